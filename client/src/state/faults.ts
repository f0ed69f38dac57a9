/** What to do about a problem. Decides only: the game acts. */
import { type ApiProblem, isSessionOver } from '../api/problem.ts';
import type { TabMemory } from './tab-memory.ts';

/** `again`: begin again from what the server has. `reload`: a newer client is needed. */
export type Remedy = 'session-ended' | 'reload' | 'again' | 'unavailable';

/** After so many beginnings in a row that changed nothing, the person is told. */
const maxBeginnings = 2;

export class Faults {
  readonly #tab: TabMemory;
  #beginnings = 0;

  constructor(tab: TabMemory) {
    this.#tab = tab;
  }

  /** For a step of the game that failed. */
  remedyOf(problem: ApiProblem): Exclude<Remedy, 'again'> {
    if (isSessionOver(problem)) return 'session-ended';
    if (problem.code !== 'client.outdated' && problem.code !== 'notice.outdated') return 'unavailable';
    // Once: a page that is still old after a reload would load for ever.
    if (this.#tab.read().reloaded) return 'unavailable';
    this.#tab.write({ reloaded: true });
    return 'reload';
  }

  /** For actions that the server takes no more. */
  remedyOfStop(problem: ApiProblem): Remedy {
    const remedy = this.remedyOf(problem);
    if (remedy !== 'unavailable' || problem.code === 'client.outdated') return remedy;
    this.#beginnings += 1;
    return this.#beginnings > maxBeginnings ? remedy : 'again';
  }

  /** The server stored something. */
  stored(): void {
    this.#beginnings = 0;
    if (this.#tab.read().reloaded) this.#tab.write({ reloaded: false });
  }
}
