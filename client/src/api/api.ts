/**
 * The requests of the play API by name and type. Renews the session once where the server says that it ended.
 * Knows neither screens nor state; the server's contract is the only source of shapes.
 */
import type {
  ActAnswer,
  ActRequest,
  AttemptAnswer,
  AttemptView,
  SceneAnswer,
} from '../../../server/http/contract/play.ts';
import type { contractVersion } from '../../../server/http/contract/session.ts';
import { retry } from './backoff.ts';
import type { Http, HttpRequest } from './http.ts';
import { isSessionOver, isTransient, toProblem } from './problem.ts';
import type { Timers } from './timers.ts';

/** The contract this client was built for; the type makes a difference to the server's a type error. */
export const builtForContract: typeof contractVersion = 1;

/** Who lends the access token. */
export interface TokenSource {
  /** A token that is good for at least the next moments. */
  token(): Promise<string>;
  /** A new token, after the server refused `refused`. */
  renew(refused: string): Promise<string>;
  /** The token at hand, without waiting; null where there is none. */
  readonly present: string | null;
}

const maxTries = 3;

export class Api {
  readonly #http: Http;
  readonly #tokens: TokenSource;
  readonly #timers: Timers;

  constructor(http: Http, tokens: TokenSource, timers: Timers) {
    this.#http = http;
    this.#tokens = tokens;
    this.#timers = timers;
  }

  findAttempt(): Promise<AttemptAnswer> {
    return this.#retried({ method: 'GET', path: '/api/attempt' });
  }

  startAttempt(wish: {
    readonly noticeVersion: string;
    readonly language: 'fr' | 'en';
    readonly number: number;
  }): Promise<AttemptView> {
    return this.#retried({ method: 'POST', path: '/api/attempts', body: wish });
  }

  openAttempt(
    attemptId: string,
    page: { readonly writer: string; readonly tMs: number },
  ): Promise<AttemptView> {
    return this.#retried({ method: 'POST', path: `${attemptPath(attemptId)}/open`, body: page });
  }

  getScene(attemptId: string, sceneId: string): Promise<SceneAnswer> {
    const path = `${attemptPath(attemptId)}/scenes/${encodeURIComponent(sceneId)}`;
    return this.#retried({ method: 'GET', path });
  }

  /** One try: the caller keeps the batch and decides when to send it again. */
  act(attemptId: string, batch: ActRequest): Promise<ActAnswer> {
    return this.#once({ method: 'POST', path: `${attemptPath(attemptId)}/actions`, body: batch });
  }

  /** The same from a page that may be closing: goes out at once, with the token at hand or not at all. */
  async actWhileLeaving(attemptId: string, batch: ActRequest): Promise<ActAnswer | null> {
    const token = this.#tokens.present;
    if (token === null) return null;
    const path = `${attemptPath(attemptId)}/actions`;
    return this.#http.send<ActAnswer>({ method: 'POST', path, body: batch, token, keepalive: true });
  }

  #retried<Answer>(request: HttpRequest): Promise<Answer> {
    return retry(
      this.#timers,
      maxTries,
      (error) => isTransient(toProblem(error)),
      () => this.#once<Answer>(request),
    );
  }

  async #once<Answer>(request: HttpRequest): Promise<Answer> {
    const token = await this.#tokens.token();
    try {
      return await this.#http.send<Answer>({ ...request, token });
    } catch (error) {
      if (!isSessionOver(toProblem(error))) throw error;
      return await this.#http.send<Answer>({ ...request, token: await this.#tokens.renew(token) });
    }
  }
}

function attemptPath(attemptId: string): string {
  return `/api/attempts/${encodeURIComponent(attemptId)}`;
}
