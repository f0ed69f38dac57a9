/** Language, comfort and device. Reports changes while a log is open. */
import type { Language } from '../i18n/i18n.svelte.ts';
import type { AttemptAction } from './attempt.svelte.ts';
import { ComfortKeeper } from './comfort-keeper.ts';
import { comfortKey, type Setting } from './comfort-values.ts';
import { Comfort } from './comfort.svelte.ts';
import { DeviceWatch } from './device-watch.ts';
import type { GameDeps } from './game-deps.ts';
import { LanguageChoice } from './language-choice.ts';
import { Persisted } from './persisted.ts';

export class Preferences {
  readonly comfort: Comfort;
  readonly device: DeviceWatch;
  readonly #keeper: ComfortKeeper;
  readonly #language: LanguageChoice;
  readonly #report: (action: AttemptAction) => boolean;
  /** Staff announced a helper; logged when possible. */
  #isHelperDue = false;

  /** @param report returns false if no log can take the action */
  constructor(
    { tab, storage, api, session }: Pick<GameDeps, 'tab' | 'storage' | 'api' | 'session'>,
    report: (action: AttemptAction) => boolean,
  ) {
    this.#report = report;
    this.#language = new LanguageChoice(tab);
    this.comfort = new Comfort(new Persisted(tab, storage, comfortKey));
    this.#keeper = new ComfortKeeper(this.comfort, api, session);
    this.device = new DeviceWatch(report);
  }

  enter(language: Language): void {
    this.follow(language);
    this.online();
  }

  online(): void {
    this.#keeper.resend();
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
    if (!this.comfort.choose(setting)) return;
    this.#report(setting);
    this.#keeper.pressed();
  }

  answerHelperOffer(answer: 'accepted' | 'declined'): void {
    this.#report({ app: 'frame', type: 'helper-offer', answer });
    if (answer === 'accepted') this.bringHelper();
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
