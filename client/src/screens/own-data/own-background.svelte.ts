/** Answers to the background questions, as the server has them. */
import type { BackgroundAnswer, BackgroundAnswers } from '../../../../server/contract/background.ts';
import type { Game } from '../../state/game.svelte.ts';

const path = '/api/background';

export class OwnBackground {
  /** Null until the server has answered. */
  about = $state.raw<BackgroundAnswer | null>(null);
  isBusy = $state(false);
  /** The last request failed. */
  isLost = $state(false);
  /** All answers were removed, and none was given since. */
  isRemoved = $state(false);
  readonly #caller: Game['caller'];

  constructor({ caller }: Pick<Game, 'caller'>) {
    this.#caller = caller;
  }

  get isAsked(): boolean {
    return this.about?.isAsked === true;
  }

  get hasAnswers(): boolean {
    return this.about !== null && Object.values(this.about.answers).some((answer) => answer !== null);
  }

  async load(): Promise<void> {
    await this.#send(() => this.#caller.retried<BackgroundAnswer>({ method: 'GET', path }));
  }

  /** A code of the question, or null for no answer. Returns whether the server has it. */
  answer(key: keyof BackgroundAnswers, code: string | null): Promise<boolean> {
    this.isRemoved = false;
    if (this.about?.answers[key] === code) return Promise.resolve(true);
    return this.#put({ ...this.about?.answers, [key]: code });
  }

  async remove(): Promise<boolean> {
    const keys = Object.keys(this.about?.answers ?? {});
    this.isRemoved = await this.#put(Object.fromEntries(keys.map((key) => [key, null])));
    return this.isRemoved;
  }

  #put(answers: Readonly<Record<string, string | null>>): Promise<boolean> {
    const body = { answers };
    return this.#send(() => this.#caller.retried<BackgroundAnswer>({ method: 'POST', path, body }));
  }

  async #send(request: () => Promise<BackgroundAnswer>): Promise<boolean> {
    this.isBusy = true;
    this.isLost = false;
    try {
      this.about = await request();
    } catch {
      this.isLost = true;
    }
    this.isBusy = false;
    return !this.isLost;
  }
}
