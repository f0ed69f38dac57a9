/** The API of an activity's staff behind `fetch`: responses that a test sets, and the requests made. */
import type { SessionAnswer } from '../../../../server/contract/session.ts';
import type { ActivityAnswer, RosterAnswer } from '../../../../server/contract/teach.ts';
import { sampleActivity, sampleRoster } from './teach-samples.ts';

const session: SessionAnswer = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresInS: 900,
  contractVersion: 1,
  page: 'teach',
  practice: false,
  testUser: false,
  resizesFrame: false,
  language: 'fr',
  returnUrl: null,
};

export class TeachServer {
  activity: ActivityAnswer = sampleActivity([]);
  /** Null: the LMS never responds. */
  roster: RosterAnswer | null = sampleRoster([]);
  resent = true;
  /** Responses to reviews that a test delays until it releases them; null: they are not delayed. */
  heldReviews: ((answer: Response) => void)[] | null = null;
  /** Answers to other paths. */
  readonly others = new Map<string, unknown>();
  /** Status of every further response, if set. */
  refusal: number | null = null;
  readonly requests: string[] = [];

  readonly fetch: typeof fetch = (input, init) => {
    const path = typeof input === 'string' ? input : new Request(input).url;
    this.requests.push(`${init?.method ?? 'GET'} ${path}`);
    if (path.startsWith('/api/session')) return Promise.resolve(Response.json(session));
    if (this.refusal !== null) {
      const problem = {
        code: this.refusal === 401 ? 'session.expired' : 'server.unexpected',
        params: {},
        errorId: 'e',
      };
      return Promise.resolve(Response.json(problem, { status: this.refusal }));
    }
    return this.#answer(path);
  };

  #answer(path: string): Promise<Response> {
    if (path === '/api/activity') return Promise.resolve(Response.json(this.activity));
    if (path === '/api/practice') {
      return Promise.resolve(Response.json({ pageUrl: 'https://tool.example/play/ref#code=once' }));
    }
    if (path.endsWith('/resend')) return Promise.resolve(Response.json({ resent: this.resent }));
    const { heldReviews } = this;
    if (path.startsWith('/api/review/') && heldReviews !== null) {
      return new Promise((resolve) => heldReviews.push(resolve));
    }
    if (this.others.has(path)) return Promise.resolve(Response.json(this.others.get(path)));
    if (path !== '/api/activity/roster') return Promise.resolve(Response.json({}, { status: 404 }));
    const { roster } = this;
    return roster === null ? new Promise(() => undefined) : Promise.resolve(Response.json(roster));
  }
}
