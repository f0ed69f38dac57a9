/** Language, comfort and device. Reports changes while a log is open. */
import type { Language } from '../i18n/i18n.svelte.ts';
import type { AttemptAction } from './attempt.svelte.ts';
import { Comfort, type Setting } from './comfort.svelte.ts';
import { DeviceWatch } from './device-watch.ts';
import { LanguageChoice } from './language-choice.ts';
import { type TextStorage, Persisted } from './persisted.ts';
import type { TabMemory } from './tab-memory.ts';

export class Preferences {
  readonly comfort: Comfort;
  readonly device: DeviceWatch;
  readonly #language: LanguageChoice;
  readonly #report: (action: AttemptAction) => boolean;
  /** Staff announced a helper; logged when possible. */
  #isHelperDue = false;

  /** @param report returns false if no log can take the action */
  constructor(tab: TabMemory, storage: TextStorage | null, report: (action: AttemptAction) => boolean) {
    this.#report = report;
    this.#language = new LanguageChoice(tab);
    this.comfort = new Comfort(new Persisted(tab, storage, 'numplus.comfort'));
    this.device = new DeviceWatch(report);
  }

  follow(language: Language): void {
    this.#language.follow(language);
  }

  chooseLanguage(language: Language): void {
    if (this.#language.choose(language)) this.#report({ app: 'frame', type: 'language', language });
  }

  /** After another window handed over. */
  reread(): void {
    this.#language.reread();
    this.comfort.reread();
  }

  chooseSetting(setting: Setting): void {
    if (this.comfort.choose(setting)) this.#report(setting);
  }

  bringHelper(): void {
    this.chooseSetting({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
  }

  /**
   * Staff said at the launch that a helper is present; the person's later choice wins. Takes effect when a
   * log is open.
   */
  expectHelper(): void {
    this.#isHelperDue = true;
  }

  logOpened(): void {
    if (this.#isHelperDue) this.bringHelper();
    this.#isHelperDue = false;
  }

  /** Null for the first voice. */
  chooseVoice(name: string | null): void {
    const value = name === null ? 'first' : 'other';
    if (this.comfort.chooseVoice(name)) {
      this.#report({ app: 'frame', type: 'setting', name: 'voice-choice', value });
    }
  }
}
