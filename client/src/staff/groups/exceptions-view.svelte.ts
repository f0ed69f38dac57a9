/** Holds no sentence. */
import type {
  GroupException,
  GroupExceptionAnswer,
  GroupExceptionRequest,
  GroupExceptionsAnswer,
} from '../../../../server/contract/group-exceptions.ts';
import type { Caller } from '../../api/caller.ts';
import { isSessionOver, toProblem } from '../../api/problem.ts';

type Outcome = 'done' | 'removed' | 'already' | 'changed' | 'not';

interface ViewDeps {
  readonly caller: Caller;
  readonly onproblem: (error: unknown) => void;
}

export class ExceptionsView {
  /** Null until they came. */
  groups: readonly GroupException[] | null = $state.raw(null);
  hasFailed = $state(false);
  isBusy = $state(false);
  readonly #deps: ViewDeps;

  constructor(deps: ViewDeps) {
    this.#deps = deps;
  }

  async read(): Promise<void> {
    this.hasFailed = false;
    try {
      const request = { method: 'GET', path: '/api/activity/groups' } as const;
      this.groups = (await this.#deps.caller.retried<GroupExceptionsAnswer>(request)).groups;
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      else this.hasFailed = true;
    }
  }

  async save(body: GroupExceptionRequest): Promise<Outcome> {
    if (this.isBusy) return 'already';
    this.isBusy = true;
    try {
      const request = { method: 'POST', path: '/api/activity/groups', body } as const;
      const { changed, now } = await this.#deps.caller.retried<GroupExceptionAnswer>(request);
      this.groups = now.groups;
      if (!changed) return 'already';
      return isException(body) ? 'done' : 'removed';
    } catch (error) {
      const problem = toProblem(error);
      if (isSessionOver(problem)) this.#deps.onproblem(error);
      if (problem.code !== 'person.changed') return 'not';
      await this.read();
      return 'changed';
    } finally {
      this.isBusy = false;
    }
  }
}

/** False if the group has nothing of its own. */
export function isException({
  withHelper,
  accessNeeds,
  extraAttempts,
}: Pick<GroupException, 'withHelper' | 'accessNeeds' | 'extraAttempts'>): boolean {
  return withHelper || accessNeeds.length > 0 || extraAttempts > 0;
}
