/** Asks the server again and again: it reads the folder each time. */
import type {
  BegunAnswer,
  LawsAnswer,
  PlayedAnswer,
  PreviewAnswer,
  ProofAnswer,
  SaveAnswer,
} from '../../../server/contract/preview.ts';
import type { Http } from '../api/http.ts';
import type { Timers } from '../api/timers.ts';
import type { Language } from '../i18n/i18n.svelte.ts';

const pauseMs = 700;

export class PreviewState {
  folder: PreviewAnswer | null = $state.raw(null);
  played: PlayedAnswer | null = $state.raw(null);
  begun: BegunAnswer | null = $state.raw(null);
  laws: LawsAnswer | null = $state.raw(null);
  isLost = $state(false);
  variant = $state('');
  language: Language = $state('fr');
  readonly #http: Http;
  readonly #timers: Timers;

  constructor(http: Http, timers: Timers, language: Language) {
    this.#http = http;
    this.#timers = timers;
    this.language = language;
  }

  /** Until the page is gone. */
  async follow(): Promise<void> {
    for (;;) {
      try {
        await this.#look();
        this.isLost = false;
      } catch {
        this.isLost = true;
      }
      await new Promise<void>((resolve) => {
        this.#timers.after(pauseMs, resolve);
      });
    }
  }

  async choose(wish: { variant?: string; language?: Language }): Promise<void> {
    this.variant = wish.variant ?? this.variant;
    this.language = wish.language ?? this.language;
    await this.begin(wish.variant === undefined ? (this.begun?.play ?? null) : null);
  }

  /** @param after the play whose actions are done again */
  async begin(after: string | null): Promise<void> {
    const { variant, language } = this;
    const body = { variant, language, after };
    this.begun = await this.#http.send<BegunAnswer>({ method: 'POST', path: '/api/preview/plays', body });
    await this.#tell();
  }

  save(wish: { as: string; name: string; about: string }): Promise<SaveAnswer> {
    const path = `/api/preview/plays/${this.begun?.play ?? ''}/save`;
    return this.#http.send<SaveAnswer>({ method: 'POST', path, body: wish });
  }

  async checkLaws(): Promise<void> {
    this.laws = await this.#http.send<LawsAnswer>({ method: 'POST', path: '/api/preview/laws', body: {} });
  }

  proof(): Promise<ProofAnswer> {
    return this.#http.send<ProofAnswer>({ method: 'GET', path: '/api/preview/proof' });
  }

  async #look(): Promise<void> {
    const seen = await this.#http.send<PreviewAnswer>({ method: 'GET', path: '/api/preview' });
    const isChanged = seen.stamp !== this.folder?.stamp;
    this.folder = seen;
    if (this.laws?.isRunning === true) {
      this.laws = await this.#http.send<LawsAnswer>({ method: 'GET', path: '/api/preview/laws' });
    }
    if (!seen.variants.includes(this.variant)) this.variant = seen.variants[0] ?? '';
    if (this.variant === '') return;
    if (this.begun === null || (isChanged && seen.isSound)) await this.begin(this.begun?.play ?? null);
    else await this.#tell();
  }

  async #tell(): Promise<void> {
    if (this.begun === null) return;
    const path = `/api/preview/plays/${this.begun.play}`;
    this.played = await this.#http.send<PlayedAnswer>({ method: 'GET', path });
  }
}
