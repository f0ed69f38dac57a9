/** Sends requests as the client does: retries with growing pauses if the fault may pass, and throws otherwise. */
import type { Problem } from '../../server/contract/session.ts';
import type { Answer } from '../support/api-learner.ts';
import type { Limiter } from './limiter.ts';

/** The session is over and cannot be renewed: only a new launch helps. */
export class SessionLost extends Error {}

/** The time for recovery is over: the learner's state remains. */
export class GivenUp extends Error {}

/** A response that no retry changes. */
export class Refusal extends Error {
  readonly code: string;

  constructor({ status, body: { code } }: Answer<Problem>) {
    super(`${status} ${code}`);
    this.code = code;
  }
}

/** What all learners share: whether it is time to come to an end, and how the network was. */
export interface Day {
  /** Milliseconds between two steps at most; 0 once everybody hurries to the end. */
  thinkMs: number;
  /** From now on no learner starts anything new. */
  isEnding: boolean;
  /** From now on no learner waits any longer. */
  isOver: boolean;
  readonly counts: Counts;
  /**
   * The LMS and all learners share one process: if all launch at once, it signs for none in time, and all come again.
   */
  readonly launches: Limiter;
}

interface Counts {
  batches: number;
  launches: number;
  /** Requests without a response. */
  lost: number;
  /** Responses that asked for a retry. */
  deferred: number;
}

const firstWaitMs = 200;
const longestWaitMs = 4_000;

/**
 * Repeats a request until there is a final response.
 * @param renew gets the next pair of tokens; throws if it cannot
 * @throws SessionLost, Refusal, GivenUp
 */
export async function ask<Body>(
  day: Day,
  chance: () => number,
  request: () => Promise<Answer<Body>>,
  renew: () => Promise<void>,
): Promise<Body> {
  for (let tries = 0; ; tries += 1) {
    const answer = await attempt(day, request);
    if (answer?.status === 200) return answer.body;
    if (answer?.status === 401) await renewOrLose(renew);
    else if (answer !== null && !isTransient(answer)) throw new Refusal(answer as Answer<Problem>);
    await backOff(day, tries, chance);
  }
}

/** Waits before the next try. @throws GivenUp */
export async function backOff(day: Day, tries: number, chance: () => number): Promise<void> {
  if (day.isOver) throw new GivenUp();
  const stepMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 10));
  await pause(stepMs * (0.5 + chance() / 2));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The response, or null if none came. */
async function attempt<Body>(day: Day, request: () => Promise<Answer<Body>>): Promise<Answer<Body> | null> {
  try {
    const answer = await request();
    if (isTransient(answer)) day.counts.deferred += 1;
    return answer;
  } catch {
    day.counts.lost += 1;
    return null;
  }
}

async function renewOrLose(renew: () => Promise<void>): Promise<void> {
  try {
    await renew();
  } catch {
    throw new SessionLost();
  }
}

function isTransient({ status, body }: Answer<unknown>): boolean {
  if (status === 429 || status >= 500) return true;
  return (body as Partial<Problem> | null)?.code === 'attempt.busy';
}
