/** State of the actions for one person. Holds no sentence. */
import type { ActionAnswer, PersonActionsAnswer } from '../../../../server/contract/staff-actions.ts';
import type { Caller } from '../../api/caller.ts';
import { isConnectionProblem, isSessionOver, toProblem } from '../../api/problem.ts';
import { type ActionKey, isConflict } from './action-texts.ts';

export interface PersonViewDeps {
  readonly caller: Caller;
  readonly personId: string;
  readonly onproblem: (error: unknown) => void;
  readonly onchange: () => void;
}

export class PersonView {
  now: PersonActionsAnswer | null = $state.raw(null);
  place = $state('');
  outcome: ActionKey | null = $state(null);
  hasWorked = $state(false);
  isBusy = $state(false);
  hasFailed = $state(false);
  readonly personId: string;
  readonly #deps: PersonViewDeps;

  constructor(deps: PersonViewDeps) {
    this.#deps = deps;
    this.personId = deps.personId;
  }

  async read(): Promise<void> {
    const { caller, onproblem } = this.#deps;
    this.hasFailed = false;
    try {
      const path = `/api/activity/people/${encodeURIComponent(this.personId)}`;
      this.now = await caller.retried<PersonActionsAnswer>({ method: 'GET', path });
    } catch (error) {
      if (isSessionOver(toProblem(error))) onproblem(error);
      else this.hasFailed = true;
    }
  }

  /** Fields of this place changed: what was saved differs. */
  change(place: string): void {
    if (this.place === place && this.hasWorked) this.outcome = null;
  }

  /**
   * @param path below /api/activity
   * @param done what to say after success
   */
  async act(place: string, path: string, body: unknown, done: ActionKey): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.place = place;
    this.outcome = null;
    this.hasWorked = false;
    try {
      const request = { method: 'POST', path: `/api/activity/${path}`, body } as const;
      const { changed, now } = await this.#deps.caller.retried<ActionAnswer>(request);
      this.now = now;
      this.hasWorked = true;
      this.outcome = changed ? done : 'already';
      this.#deps.onchange();
      return true;
    } catch (error) {
      const problem = toProblem(error);
      if (isSessionOver(problem)) this.#deps.onproblem(error);
      else if (isConflict(problem.code)) {
        this.outcome = `conflict.${problem.code}`;
        await this.read();
      } else this.outcome = isConnectionProblem(problem) ? 'lost' : 'not';
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
