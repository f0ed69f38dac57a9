import type { ComfortAnswer, KeptComfort } from '../../../server/contract/comfort.ts';
import type { NoticeAnswer } from '../../../server/contract/notice.ts';
import type { EraseRequest, OwnDataAnswer } from '../../../server/contract/own-data.ts';
import type {
  ActAnswer,
  ActRequest,
  AttemptAnswer,
  AttemptView,
  SceneAnswer,
  WeekAnswer,
} from '../../../server/contract/play.ts';
import type { ResearchAnswer, ResearchRequest } from '../../../server/contract/research.ts';
import type { contractVersion, WindowAnswer } from '../../../server/contract/session.ts';
import type { Caller } from './caller.ts';

/** Does not compile if the server's contract version differs. */
export const builtForContract: typeof contractVersion = 1;

export class Api {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  findAttempt(): Promise<AttemptAnswer> {
    return this.#caller.retried({ method: 'GET', path: '/api/attempt' });
  }

  startAttempt(request: {
    readonly noticeVersion: string;
    readonly language: 'fr' | 'en';
    readonly number: number;
  }): Promise<AttemptView> {
    return this.#caller.retried({ method: 'POST', path: '/api/attempts', body: request });
  }

  readNotice(): Promise<NoticeAnswer> {
    return this.#caller.retried({ method: 'GET', path: '/api/notice' });
  }

  readResearch(): Promise<ResearchAnswer> {
    return this.#caller.retried({ method: 'GET', path: '/api/research' });
  }

  answerResearch(body: ResearchRequest): Promise<ResearchAnswer> {
    return this.#caller.retried({ method: 'POST', path: '/api/research', body });
  }

  readOwnData(): Promise<OwnDataAnswer> {
    return this.#caller.retried({ method: 'GET', path: '/api/own-data' });
  }

  /** One try: a repeat would find no session any more. */
  async eraseOwnData(): Promise<void> {
    const body: EraseRequest = { isSure: true };
    await this.#caller.once({ method: 'POST', path: '/api/own-data/erase', body });
  }

  /** In an attempt that goes on. */
  acceptNotice(attemptId: string, body: { readonly noticeVersion: string }): Promise<AttemptView> {
    return this.#caller.retried({ method: 'POST', path: `${attemptPath(attemptId)}/notice`, body });
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

  /** Also while the page closes: a press may be the last one. */
  keepComfort({ settings, revision }: KeptComfort): Promise<ComfortAnswer> {
    const body = { settings, revision };
    return this.#caller.retried({ method: 'POST', path: '/api/comfort', body, keepalive: true });
  }

  /** One try: the person waits before an empty window. */
  askForWindow(): Promise<WindowAnswer> {
    return this.#caller.once({ method: 'POST', path: '/api/window' });
  }

  /** One try: the caller decides when to retry. */
  act(attemptId: string, batch: ActRequest): Promise<ActAnswer> {
    return this.#caller.once({ method: 'POST', path: `${attemptPath(attemptId)}/actions`, body: batch });
  }

  /** Sent at once with the current token, or not at all, since the page may be closing. */
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
