/** The download of an activity narrowed to days, a tier, a person, an attempt: at the route, with an organisation in Québec. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attempt, StatementRow } from '../../../server/storage/ports/attempts.ts';
import { extensions } from '../../../xapi/vocabulary.ts';
import {
  asNew,
  createAttempt,
  sampleAttempt,
  sampleProgress,
  sampleStatement,
} from '../../contract/storage/sample-attempts.ts';
import { RoleWorld } from '../../support/role-world.ts';

let world: RoleWorld;
let teacherId: string;
let organisationId: string;
const staff = { role: 'staff', lineItemUrl: null } as const;

/** In Québec: the last second of the 24th and the first of the 25th, and the same around the end of the 25th. */
const times = [
  '2026-11-25T04:59:59.999Z',
  '2026-11-25T05:00:00.000Z',
  '2026-11-26T04:59:59.999Z',
  '2026-11-26T05:00:00.000Z',
] as const;

/** Two tiers of one moment at each time; ids tell what the statement is. */
function statementsOf(attempt: Attempt): StatementRow[] {
  return times.flatMap((timestamp, index) =>
    ([1, 2, 3] as const).map((tier, part) => {
      const id = `${attempt.id}-${index}-${tier}`;
      const logSeq = index + 1;
      const context = { registration: attempt.id, extensions: { [extensions.seq]: logSeq } };
      const bytes = JSON.stringify({ id, timestamp, context });
      return sampleStatement(attempt, logSeq, { id, part, tier, bytes });
    }),
  );
}

let age = 0;
async function add(change: Partial<Attempt>): Promise<void> {
  const own = { organisationId, platformId: 'ours', createdAt: (age += 1), ...change };
  await createAttempt(world.context.storage, own, times.length, {
    statements: statementsOf(sampleAttempt(own)).map(asNew),
    progress: sampleProgress(times.length, { research: 'given' }),
  });
}

beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
  await world.enter('ours', 'teacher', staff);
  teacherId = await world.getPersonId('ours', 'teacher');
  const [ours, theirs] = await world.context.storage.organisations.list({ limit: 2 });
  organisationId = ours?.id ?? '';
  await add({ id: 'ada-1', personId: 'ada' });
  await add({ id: 'bo-1', personId: 'bo' });
  await add({ id: 'ada-2', personId: 'ada', number: 2 });
  await add({ id: 'ada-elsewhere', personId: 'ada', resourceLinkId: 'link-2' });
  await add({ id: 'cy-elsewhere', personId: 'cy', resourceLinkId: 'link-2' });
  await add({ id: 'trial', personId: 'trier', practice: true });
  await add({ id: 'theirs-1', personId: 'theirs', organisationId: theirs?.id ?? '' });
});
afterAll(() => world.close());

/** Each in its own session, because of the rate limit. */
async function ask(query: string): ReturnType<RoleWorld['call']> {
  const token = await world.enter('ours', 'teacher', staff);
  return world.call('GET', `/api/activity/statements?purpose=operational${query}`, token);
}

async function idsOf(query: string): Promise<string[]> {
  const { status, text } = await ask(query);
  expect(status).toBe(200);
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { id: string }).id);
}

const all = ['ada-1', 'bo-1', 'ada-2'].flatMap((id) =>
  [0, 1, 2, 3].flatMap((index) => [1, 2, 3].map((tier) => `${id}-${index}-${tier}`)),
);
const those = (pattern: RegExp): string[] => all.filter((id) => pattern.test(id));

describe('a filtered download of the activity', () => {
  it.each([
    ['everything without a filter', '', all],
    [
      'whole days of the organisation, first and last included',
      '&from=2026-11-25&to=2026-11-25',
      those(/-[12]-\d$/),
    ],
    ['what came from a day on', '&from=2026-11-26', those(/-3-\d$/)],
    ['what came up to a day', '&to=2026-11-24', those(/-0-\d$/)],
    ['nothing of a day on which nothing happened', '&from=2026-11-27', []],
    ['results alone', '&tier=1', those(/-1$/)],
    ['results and what was done', '&tier=2', those(/-[12]$/)],
    ['everything at the finest', '&tier=3', all],
    ['one person, with every attempt', '&person=ada', those(/^ada/)],
    ['one attempt', '&attempt=ada-2', those(/^ada-2/)],
    ['an attempt of its person', '&attempt=ada-2&person=ada', those(/^ada-2/)],
    ['no attempt of somebody else', '&attempt=ada-2&person=bo', []],
    [
      'all filters at once',
      '&from=2026-11-25&to=2026-11-25&tier=1&person=ada&attempt=ada-1',
      ['ada-1-1-1', 'ada-1-2-1'],
    ],
  ])('contains %s', async (_what, query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  it('continues after any of its lines with the same filters', async () => {
    const filters = '&person=ada&tier=2&from=2026-11-25';
    const whole = await idsOf(filters);
    for (const [index, id] of whole.entries()) {
      const [, attempt = '', at = ''] = /^(.*)-(\d)-\d$/.exec(id) ?? [];
      const after = `&after=${attempt}:${Number(at) + 1}:${id}`;
      expect(await idsOf(`${filters}${after}`)).toEqual(whole.slice(index + 1));
    }
  });

  it.each([
    ['a day that there is not', '&from=2026-02-30', 400, 'request.invalid', { path: 'from' }],
    ['a day that is none', '&to=yesterday', 400, 'request.invalid', { path: 'to' }],
    ['a moment in place of a day', '&to=2026-11-25T10:00:00Z', 400, 'request.invalid', { path: 'to' }],
    ['a day of another age', '&from=0001-01-01', 400, 'request.invalid', { path: 'from' }],
    [
      'a first day behind the last',
      ...['&from=2026-11-26&to=2026-11-25', 400, 'export.days-reversed'],
      { from: '2026-11-26', to: '2026-11-25' },
    ],
    ['a tier that there is not', '&tier=4', 400, 'request.invalid', { path: 'tier' }],
    ['a person that is no id', '&person=a%20b', 400, 'request.invalid', { path: 'person' }],
    ['the same word twice', '&person=ada&person=bo', 400, 'request.invalid', { path: 'person' }],
    ['a place that is none', '&after=here', 400, 'request.invalid', { path: 'after' }],
    ['a word that nobody knows', '&form=2026-11-25', 400, 'request.invalid', { path: '' }],
    ['somebody who never came', '&person=dee', 404, 'person.unknown', {}],
    ['somebody of another activity', '&person=cy', 404, 'person.unknown', {}],
    ['somebody of another organisation', '&person=theirs', 404, 'person.unknown', {}],
    ['somebody who only tried it out', '&person=trier', 404, 'person.unknown', {}],
    ['an attempt of another activity', '&attempt=ada-elsewhere', 404, 'attempt.unknown', {}],
    ['an attempt of another organisation', '&attempt=theirs-1', 404, 'attempt.unknown', {}],
    ['a trial', '&attempt=trial', 404, 'attempt.unknown', {}],
  ] as const)('is refused for %s', async (_what, query, status, code, params) => {
    const answer = await ask(query);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      status,
      expect.objectContaining({ code, params }),
    ]);
  });

  it('records its filters in the audit record, and nothing if it was refused', async () => {
    const { audit } = world.context.storage;
    const before = (await audit.list(organisationId, { limit: 500 })).length;
    const filters = '&from=2026-11-25&to=2026-11-25&tier=2&person=ada';
    await ask(filters);
    await ask(`${filters}&attempt=theirs-1`);
    expect((await audit.list(organisationId, { limit: 500 })).slice(before)).toEqual([
      expect.objectContaining({
        action: 'statements.exported',
        actor: `person:${teacherId}`,
        // So that the person can be told who took their work.
        subject: 'person:ada',
        details: {
          purpose: 'operational',
          from: '2026-11-25',
          to: '2026-11-25',
          tier: 2,
          person: 'ada',
          activity: 'link-1',
          attempts: 2,
          persons: 1,
        },
      }),
    ]);
  });
});
