import { type ApiProblem, isSessionOver } from '../api/problem.ts';
import type { TabMemory } from './tab-memory.ts';

/** `again`: start again from the server's state. `reload`: load a newer client. */
export type Remedy = 'session-ended' | 'reload' | 'again' | 'unavailable';

/** After this many restarts without success, the person sees the problem. */
const maxBeginnings = 2;

export class Faults {
  readonly #tab: TabMemory;
  #beginnings = 0;

  constructor(tab: TabMemory) {
    this.#tab = tab;
  }

  remedyOf(problem: ApiProblem): Remedy {
    if (isSessionOver(problem)) return 'session-ended';
    // No other attempt begins while one is open: staff have reopened it since this page was shown.
    if (problem.code === 'attempt.out-of-order') return this.#startAgain();
    if (problem.code !== 'client.outdated' && problem.code !== 'notice.outdated') return 'unavailable';
    // Once only: a page that is still old would reload forever.
    if (this.#tab.read().reloaded) return 'unavailable';
    this.#tab.write({ reloaded: true });
    return 'reload';
  }

  /** For actions that the server refuses. */
  remedyOfStop(problem: ApiProblem): Remedy {
    const remedy = this.remedyOf(problem);
    if (remedy !== 'unavailable' || problem.code === 'client.outdated') return remedy;
    return this.#startAgain();
  }

  #startAgain(): Remedy {
    this.#beginnings += 1;
    return this.#beginnings > maxBeginnings ? 'unavailable' : 'again';
  }

  stored(): void {
    this.#beginnings = 0;
    if (this.#tab.read().reloaded) this.#tab.write({ reloaded: false });
  }
}
