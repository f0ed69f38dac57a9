/** The API of an activity's staff behind `fetch`: responses that a test sets, and the requests made. */
import type { ColumnAnswer, ColumnsAnswer } from '../../../../server/contract/columns.ts';
import type {
  GroupExceptionAnswer,
  GroupExceptionsAnswer,
} from '../../../../server/contract/group-exceptions.ts';
import type { SessionAnswer } from '../../../../server/contract/session.ts';
import type { ActivityAnswer, RosterAnswer } from '../../../../server/contract/teach.ts';
import { sampleActivity, sampleRoster } from './teach-samples.ts';

const session: SessionAnswer = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresInS: 900,
  contractVersion: 1,
  personMark: 'mark-of-staff',
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
  /** Where the launch says that the course is. */
  returnUrl: string | null = 'https://lms.example/course';
  resent = true;
  /** Responses to reviews that a test delays until it releases them; null: they are not delayed. */
  heldReviews: ((answer: Response) => void)[] | null = null;
  /** Answers to other paths. */
  readonly others = new Map<string, unknown>();
  /** Status of every further response, if set. */
  refusal: number | null = null;
  readonly requests: string[] = [];
  groups: GroupExceptionsAnswer = { groups: [] };
  columns: ColumnsAnswer = { state: 'not-needed' };
  chosen: ColumnAnswer = { chosen: true, grades: 0 };
  /** Bodies posted about groups and columns. */
  readonly posted: unknown[] = [];

  readonly fetch: typeof fetch = (input, init) => {
    const path = typeof input === 'string' ? input : new Request(input).url;
    this.requests.push(`${init?.method ?? 'GET'} ${path}`);
    if (path.startsWith('/api/session')) {
      return Promise.resolve(Response.json({ ...session, returnUrl: this.returnUrl }));
    }
    if (this.refusal !== null) {
      const problem = {
        code: this.refusal === 401 ? 'session.expired' : 'server.unexpected',
        params: {},
        errorId: 'e',
      };
      return Promise.resolve(Response.json(problem, { status: this.refusal }));
    }
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    return this.#answer(path, body);
  };

  #answer(path: string, body: unknown): Promise<Response> {
    if (path === '/api/activity/groups') {
      if (body === undefined) return Promise.resolve(Response.json(this.groups));
      this.posted.push(body);
      const changed: GroupExceptionAnswer = { changed: true, now: this.groups };
      return Promise.resolve(Response.json(changed));
    }
    if (path === '/api/activity/columns') {
      if (body === undefined) return Promise.resolve(Response.json(this.columns));
      this.posted.push(body);
      return Promise.resolve(Response.json(this.chosen));
    }
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
