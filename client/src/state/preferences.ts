/**
 * How the person reads, listens and presses: language, comfort and the device in use. What the log should know of it is
 * told while there is a log. Knows no screen.
 */
import type { Language } from '../i18n/i18n.svelte.ts';
import type { AttemptAction } from './attempt.svelte.ts';
import { Comfort, type Setting } from './comfort.svelte.ts';
import { DeviceWatch } from './device-watch.ts';
import { LanguageChoice } from './language-choice.ts';
import { type KeptStorage, Persisted } from './persisted.ts';
import type { TabMemory } from './tab-memory.ts';

export class Preferences {
  readonly comfort: Comfort;
  readonly device: DeviceWatch;
  readonly #language: LanguageChoice;
  readonly #report: (action: AttemptAction) => boolean;
  /** Staff set that somebody sits beside this person: told once there is a log that takes it. */
  #isHelperDue = false;

  /** @param report takes an action to the log; answers false where there is no log to take it */
  constructor(tab: TabMemory, storage: KeptStorage | null, report: (action: AttemptAction) => boolean) {
    this.#report = report;
    this.#language = new LanguageChoice(tab);
    this.comfort = new Comfort(new Persisted(tab, storage, 'numplus.comfort'));
    this.device = new DeviceWatch(report);
  }

  /** The language of the launch or the attempt, until the person chooses one. */
  follow(language: Language): void {
    this.#language.follow(language);
  }

  chooseLanguage(language: Language): void {
    if (this.#language.choose(language)) this.#report({ app: 'frame', type: 'language', language });
  }

  chooseSetting(setting: Setting): void {
    if (this.comfort.choose(setting)) this.#report(setting);
  }

  /** Somebody sits beside the person from now on. */
  bringHelper(): void {
    this.chooseSetting({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
  }

  /** The same once a log is open. A later choice of the person wins, so this is for the launch alone. */
  expectHelper(): void {
    this.#isHelperDue = true;
  }

  /** There is a log now that takes what is told. */
  logOpened(): void {
    if (this.#isHelperDue) this.bringHelper();
    this.#isHelperDue = false;
  }

  /** Which of the device's voices reads; null for the first one. */
  chooseVoice(name: string | null): void {
    const value = name === null ? 'first' : 'other';
    if (this.comfort.chooseVoice(name)) {
      this.#report({ app: 'frame', type: 'setting', name: 'voice-choice', value });
    }
  }
}
