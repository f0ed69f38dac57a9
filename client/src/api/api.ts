/**
 * The requests of the play API by name and type. Knows neither screens nor state;
 * the server's contract is the only source of shapes.
 */
import type {
  ActAnswer,
  ActRequest,
  AttemptAnswer,
  AttemptView,
  SceneAnswer,
  WeekAnswer,
} from '../../../server/contract/play.ts';
import type { contractVersion } from '../../../server/contract/session.ts';
import type { Caller } from './caller.ts';

/** The contract this client was built for; the type makes a difference to the server's a type error. */
export const builtForContract: typeof contractVersion = 1;

export class Api {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  findAttempt(): Promise<AttemptAnswer> {
    return this.#caller.retried({ method: 'GET', path: '/api/attempt' });
  }

  startAttempt(wish: {
    readonly noticeVersion: string;
    readonly language: 'fr' | 'en';
    readonly number: number;
  }): Promise<AttemptView> {
    return this.#caller.retried({ method: 'POST', path: '/api/attempts', body: wish });
  }

  openAttempt(
    attemptId: string,
    page: { readonly writer: string; readonly tMs: number },
  ): Promise<AttemptView> {
    return this.#caller.retried({ method: 'POST', path: `${attemptPath(attemptId)}/open`, body: page });
  }

  getWeek(attemptId: string): Promise<WeekAnswer> {
    return this.#caller.retried({ method: 'GET', path: `${attemptPath(attemptId)}/week` });
  }

  getScene(attemptId: string, sceneId: string): Promise<SceneAnswer> {
    const path = `${attemptPath(attemptId)}/scenes/${encodeURIComponent(sceneId)}`;
    return this.#caller.retried({ method: 'GET', path });
  }

  /** One try: the caller keeps the batch and decides when to send it again. */
  act(attemptId: string, batch: ActRequest): Promise<ActAnswer> {
    return this.#caller.once({ method: 'POST', path: `${attemptPath(attemptId)}/actions`, body: batch });
  }

  /** The same from a page that may be closing: goes out at once, with the token at hand or not at all. */
  actWhileLeaving(attemptId: string, batch: ActRequest): Promise<ActAnswer | null> {
    return this.#caller.whileLeaving({
      method: 'POST',
      path: `${attemptPath(attemptId)}/actions`,
      body: batch,
    });
  }
}

function attemptPath(attemptId: string): string {
  return `/api/attempts/${encodeURIComponent(attemptId)}`;
}
