/** Holds no sentence. */
import type { ColumnAnswer, ColumnsAnswer } from '../../../../server/contract/columns.ts';
import type { Caller } from '../../api/caller.ts';
import { isSessionOver, toProblem } from '../../api/problem.ts';

interface ViewDeps {
  readonly caller: Caller;
  readonly onproblem: (error: unknown) => void;
}

export class ColumnView {
  /** Null while it is asked for, or was not asked for. */
  answer: ColumnsAnswer | null = $state.raw(null);
  isBusy = $state(false);
  readonly #deps: ViewDeps;

  constructor(deps: ViewDeps) {
    this.#deps = deps;
  }

  /** The LMS is asked each time. */
  async read(): Promise<void> {
    this.answer = null;
    try {
      const request = { method: 'GET', path: '/api/activity/columns' } as const;
      this.answer = await this.#deps.caller.once<ColumnsAnswer>(request);
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      this.answer = { state: 'unreachable' };
    }
  }

  /** Returns how many grades go there; `gone` if no longer listed; `failed` if unknown. Idempotent. */
  async choose(url: string): Promise<number | 'gone' | 'failed'> {
    if (this.isBusy) return 'failed';
    this.isBusy = true;
    try {
      const request = { method: 'POST', path: '/api/activity/columns', body: { url } } as const;
      const { chosen, grades } = await this.#deps.caller.retried<ColumnAnswer>(request);
      if (chosen) return grades;
      await this.read();
      return 'gone';
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      return 'failed';
    } finally {
      this.isBusy = false;
    }
  }
}
