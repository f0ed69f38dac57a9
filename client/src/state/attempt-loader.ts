/** Loads the code of attempts after the first screen. */
import { pageCode } from '../api/code-loads.svelte.ts';
import type { AttemptView } from '../../../server/contract/play.ts';
import type { Attempt, AttemptDeps } from './attempt.svelte.ts';
import type { GameDeps } from './game-deps.ts';

type Events = Pick<AttemptDeps, 'onconnection' | 'onstored' | 'onproblem'>;

export class AttemptLoader {
  readonly #deps: GameDeps;
  readonly #events: Events;
  #store: Promise<AttemptDeps['store']> | null = null;

  constructor(deps: GameDeps, events: Events) {
    this.#deps = deps;
    this.#events = events;
  }

  async load(view: AttemptView): Promise<Attempt> {
    const { createAttempt } = await pageCode.load(() => import('./attempt.svelte.ts'));
    this.#store ??= this.#deps.openStore();
    const { api, tab, typedBoxes, lastWriter, timers, crypto, newWriter, isPhone, loadApps } = this.#deps;
    const store = await this.#store;
    const kept = { tab, typedBoxes, lastWriter, store };
    return createAttempt(view, {
      api,
      ...kept,
      timers,
      crypto,
      newWriter,
      isPhone,
      loadApps,
      ...this.#events,
    });
  }
}
