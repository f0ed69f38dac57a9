/** What staff may do for one person, behind `fetch`: the current state, and responses that a test sets. */
import type {
  ActionAnswer,
  AttemptActions,
  PersonActionsAnswer,
} from '../../../../server/contract/staff-actions.ts';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { HandTimers } from '../../support/hand-timers.ts';

export function sampleAttempt(change: Partial<AttemptActions> = {}): AttemptActions {
  return {
    id: 'attempt-1',
    number: 1,
    status: 'finished',
    reopenObstacle: null,
    isReopened: false,
    invalid: null,
    isInGradebook: false,
    heldFor: [],
    note: { text: '', revision: 0 },
    ...change,
  };
}

export function sampleActions(
  attempt: AttemptActions = sampleAttempt(),
  change: Partial<PersonActionsAnswer> = {},
): PersonActionsAnswer {
  return {
    timeZone: 'America/Montreal',
    settings: { withHelper: false, accessNeeds: [], form: null, revision: 0 },
    fromGroups: { withHelper: false, accessNeeds: [], extraAttempts: 0, isFromOthers: false },
    forms: [
      {
        id: 'first-week',
        title: { fr: 'Première semaine', en: 'First week' },
        size: { scenes: 8, minutes: 40, isMost: false, givesLevel: true },
      },
      {
        id: 'adaptive-week',
        title: { fr: 'Semaine sur mesure', en: 'Tailored week' },
        size: { scenes: 9, minutes: 47, isMost: true, givesLevel: true },
      },
      {
        id: 'discovery',
        title: { fr: 'Découvrir', en: 'Discover' },
        size: { scenes: 1, minutes: 6, isMost: false, givesLevel: false },
      },
    ],
    attempts: { limit: 1, next: 2, list: [attempt] },
    reviewRequests: [],
    ...change,
  };
}

/** One response to an action: the new state, or the code and status of a refusal. Null: no response comes. */
type Ordered = PersonActionsAnswer | { readonly code: string; readonly status: number } | null;

export class ActionsServer {
  now: PersonActionsAnswer = sampleActions();
  /** The next response to an action. */
  next: Ordered = sampleActions();
  /** Whether an action changed anything. */
  changed = true;
  /** Whether reading how things stand is refused. */
  isDown = false;
  readonly sent: { readonly path: string; readonly body: unknown }[] = [];
  readonly #timers = new HandTimers();
  #held: (() => void)[] | null = null;

  caller(): Caller {
    const tokens = {
      present: 'token',
      token: () => Promise.resolve('token'),
      renew: () => Promise.resolve('token'),
    };
    return new Caller(new Http(this.#fetch, this.#timers), tokens, this.#timers);
  }

  /** From now on responses to actions wait for `release`. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    for (const go of this.#held ?? []) go();
    this.#held = null;
  }

  /** Lets the waiting between tries pass. */
  pass(ms: number): Promise<void> {
    return this.#timers.pass(ms);
  }

  readonly #fetch: typeof fetch = async (input, init) => {
    const path = typeof input === 'string' ? input : new Request(input).url;
    if (init?.method !== 'POST') {
      return this.isDown ? Response.json({ code: 'server.down' }, { status: 404 }) : Response.json(this.now);
    }
    this.sent.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    const held = this.#held;
    if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
    const { next } = this;
    if (next === null) throw new TypeError('the network is gone');
    if ('code' in next) return Response.json({ ...next, params: {}, errorId: 'e' }, { status: next.status });
    const answer: ActionAnswer = { changed: this.changed, now: next };
    return Response.json(answer);
  };
}
