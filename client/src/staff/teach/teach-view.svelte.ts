import { SvelteSet } from 'svelte/reactivity';
import type { GradeKind, GradeKindAnswer } from '../../../../server/contract/grade-kinds.ts';
import type {
  ActivityAnswer,
  PracticeAnswer,
  ResendAnswer,
  RosterAnswer,
} from '../../../../server/contract/teach.ts';
import type { Caller } from '../../api/caller.ts';
import { isSessionOver, toProblem } from '../../api/problem.ts';
import type { Timers } from '../../api/timers.ts';

/** Wait before reading again; a resent grade has usually arrived by then. */
const lookAgainMs = 4_000;

export interface TeachViewDeps {
  readonly caller: Caller;
  readonly timers: Timers;
  readonly onproblem: (error: unknown) => void;
  readonly goTo: (url: string) => void;
}

type Resent = 'done' | 'already' | 'not';

export class TeachView {
  activity: ActivityAnswer | null = $state.raw(null);
  roster: RosterAnswer | null = $state.raw(null);
  updatedAt = $state(0);
  isRefreshing = $state(false);
  isOpeningPractice = $state(false);
  practiceFailed = $state(false);
  isChangingGrade = $state(false);
  readonly busyGrades = new SvelteSet<string>();
  readonly #deps: TeachViewDeps;
  #cancelLook: () => void = () => undefined;

  constructor(deps: TeachViewDeps) {
    this.#deps = deps;
  }

  /** Shows the old content meanwhile. Returns whether the tool's own data came. */
  async refresh(): Promise<boolean> {
    if (this.isRefreshing) return false;
    this.isRefreshing = true;
    try {
      // Does not wait for the roster, which comes from another server.
      const [isRead] = [this.#readActivity(), this.readRoster()];
      return await isRead;
    } finally {
      this.isRefreshing = false;
    }
  }

  /** Waits for the roster too. */
  async refreshAll(): Promise<void> {
    this.isRefreshing = true;
    try {
      await Promise.all([this.#readActivity(), this.readRoster()]);
    } finally {
      this.isRefreshing = false;
    }
  }

  async readRoster(): Promise<void> {
    const before = this.roster;
    if (before?.state !== 'available') this.roster = null;
    try {
      this.roster = await this.#deps.caller.once<RosterAnswer>({
        method: 'GET',
        path: '/api/activity/roster',
      });
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      else this.roster = before?.state === 'available' ? before : { state: 'unreachable' };
    }
  }

  async resend(gradeId: string): Promise<Resent> {
    if (this.busyGrades.has(gradeId)) return 'already';
    this.busyGrades.add(gradeId);
    try {
      const path = `/api/activity/grades/${encodeURIComponent(gradeId)}/resend`;
      const { resent } = await this.#deps.caller.once<ResendAnswer>({ method: 'POST', path, body: {} });
      await this.#readActivity();
      this.#lookAgain();
      return resent ? 'done' : 'already';
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      return 'not';
    } finally {
      this.busyGrades.delete(gradeId);
    }
  }

  async resendAll(gradeIds: readonly string[]): Promise<number> {
    let count = 0;
    for (const gradeId of gradeIds) {
      if ((await this.resend(gradeId)) === 'not') break;
      count += 1;
    }
    return count;
  }

  /** Returns how many grades will be replaced; null if it failed. Idempotent. */
  async changeGradeKind(kind: GradeKind): Promise<number | null> {
    if (this.isChangingGrade) return null;
    this.isChangingGrade = true;
    try {
      const request = { method: 'POST', path: '/api/activity/grade-kind', body: { kind } } as const;
      const { grades } = await this.#deps.caller.retried<GradeKindAnswer>(request);
      await this.#readActivity();
      this.#lookAgain();
      return grades;
    } catch (error) {
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      return null;
    } finally {
      this.isChangingGrade = false;
    }
  }

  /** « Essayer l’activité »: the game leads back to this frame. */
  async practise(): Promise<void> {
    if (this.isOpeningPractice) return;
    this.isOpeningPractice = true;
    this.practiceFailed = false;
    try {
      const request = { method: 'POST', path: '/api/practice', body: {} } as const;
      this.#deps.goTo((await this.#deps.caller.once<PracticeAnswer>(request)).pageUrl);
    } catch (error) {
      this.isOpeningPractice = false;
      if (isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      else this.practiceFailed = true;
    }
  }

  /** Called if the browser restored the page from its cache. */
  async shownAgain(): Promise<void> {
    this.isOpeningPractice = false;
    await this.refresh();
  }

  stop(): void {
    this.#cancelLook();
  }

  async #readActivity(): Promise<boolean> {
    try {
      this.activity = await this.#deps.caller.retried<ActivityAnswer>({
        method: 'GET',
        path: '/api/activity',
      });
      this.updatedAt = this.#deps.timers.now();
      return true;
    } catch (error) {
      // The content shown keeps the time of its last success.
      if (this.activity === null || isSessionOver(toProblem(error))) this.#deps.onproblem(error);
      return false;
    }
  }

  #lookAgain(): void {
    this.#cancelLook();
    this.#cancelLook = this.#deps.timers.after(lookAgainMs, () => void this.#readActivity());
  }
}
