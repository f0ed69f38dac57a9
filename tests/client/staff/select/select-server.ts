/** The selection API behind `fetch`, in memory: what there is to choose from, and what was sent. */
import type { KeysUnread } from '../../../../server/contract/connection.ts';
import type { SelectAnswer, SelectRequest } from '../../../../server/contract/select.ts';
import type { SessionAnswer } from '../../../../server/contract/session.ts';

const scenes = ['inbox', 'files', 'sheet', 'form', 'welcome'].map((id) => ({
  id,
  title: { fr: `Scène ${id}`, en: `Scene ${id}` },
  minutes: 5,
  isScored: id !== 'welcome',
}));

export const sampleAnswer: SelectAnswer = {
  forms: [
    {
      id: 'usual',
      title: { fr: 'Faire le point', en: 'Taking stock' },
      description: { fr: 'Trois tâches de bureau.', en: 'Three office tasks.' },
      scenes: ['inbox', 'files', 'sheet'],
      minScenes: 2,
      mostScored: null,
      levelFrom: 3,
    },
    {
      id: 'short',
      title: { fr: 'Un tour rapide', en: 'A quick tour' },
      description: { fr: 'Une seule tâche.', en: 'One task only.' },
      scenes: ['inbox'],
      minScenes: 1,
      mostScored: null,
      levelFrom: 10,
    },
  ],
  scenes,
  accepts: { activity: true, several: true, grade: true },
  gradeShown: { family: 'moodle', keepsBack: 'no' },
  current: null,
};

export class SelectServer {
  answer: SelectAnswer = sampleAnswer;
  /** Returns this problem for the next load or the next choice. */
  refusal: { readonly code: string; readonly status: number; readonly params?: object } | null = null;
  isDown = false;
  keysUnread: KeysUnread | null = null;
  readonly sent: SelectRequest[] = [];

  readonly fetch: typeof fetch = (input, init) => {
    const path = typeof input === 'string' ? input : new Request(input).url;
    if (path.startsWith('/api/session')) return Promise.resolve(Response.json(session));
    if (this.isDown) return Promise.reject(new TypeError('Failed to fetch'));
    if (this.refusal !== null) {
      const { code, status, params = {} } = this.refusal;
      return Promise.resolve(Response.json({ code, params, errorId: 'e1' }, { status }));
    }
    if (path === '/api/select/connection') {
      return Promise.resolve(Response.json({ keysUnread: this.keysUnread }));
    }
    if (typeof init?.body !== 'string') return Promise.resolve(Response.json(this.answer));
    // The test's own client wrote it.
    this.sent.push(JSON.parse(init.body) as SelectRequest);
    const jwt = `jwt-${String(this.sent.length)}`;
    return Promise.resolve(Response.json({ returnUrl: 'https://lms.example/back?a=1&b="2"', jwt }));
  };
}

const session: SessionAnswer = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresInS: 900,
  contractVersion: 1,
  personMark: 'mark-of-staff',
  page: 'select',
  practice: false,
  testUser: false,
  resizesFrame: false,
  language: 'fr',
  returnUrl: null,
};
