/** The person's language, comfort settings and device, reported to the log while there is one. */
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
  /** Staff said that a helper sits beside this person; reported as soon as a log takes it. */
  #isHelperDue = false;

  /** @param report returns false if no log can take the action */
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

  /** A helper sits beside the person from now on. */
  bringHelper(): void {
    this.chooseSetting({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
  }

  /** For the launch only: a later choice of the person wins. Takes effect when a log is open. */
  expectHelper(): void {
    this.#isHelperDue = true;
  }

  /** A log is open now. */
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
