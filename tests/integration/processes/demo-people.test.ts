/** The people who play by themselves in the demo, through the pages and the API that a browser uses. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt } from '../../../bin/build-stamp.js';
import type { GradeEntry } from '../../../sandbox/lms/gradebook.ts';
import { ToolSession } from '../../../server/cli/demo-players/tool-session.ts';
import type { ActivityAnswer, RosterAnswer } from '../../../server/contract/teach.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { findFreePort } from '../../support/ports.ts';
import { toolMain } from '../../support/tool-main.ts';
import { until } from '../../support/until.ts';

const root = resolve(import.meta.dirname, '../../..');
const data = mkdtempSync(join(tmpdir(), 'numplus-demo-people-'));

/** A week takes more than a minute in any case: faster play would wait for staff. Much more on a busy machine. */
const limitMs = 600_000;
const week = 4;
const finished = [21, 22, 23, 24, 25, 26, 29, 30, 31];

let port: number;
let demo: ChildProcess;

async function start(...options: readonly string[]): Promise<void> {
  demo = spawn(
    process.execPath,
    [...toolMain(), 'demo', '--port', String(port), '--data', data, ...options],
    { cwd: root, env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((done, fail) => {
    demo.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('start here')) done();
    });
    demo.once('exit', () => {
      fail(new Error('the demo ended'));
    });
  });
}

async function stop(): Promise<number | null> {
  const ended = new Promise<number | null>((done) => demo.once('close', done));
  demo.kill('SIGTERM');
  return ended;
}

async function askLms<Body>(path: string): Promise<Body> {
  const answer = await fetch(`http://127.0.0.1:${port + 1}${path}`);
  // The tests below assert what they use.
  return (await answer.json()) as Body;
}

interface News {
  readonly played: number;
  readonly arePlaying: boolean;
  readonly text: string;
}

function untilPlayed(least: number): Promise<News> {
  const look = async (): Promise<News | undefined> => {
    const news = await askLms<News>('/examples');
    return news.played >= least && (least < 12 || !news.arePlaying) ? news : undefined;
  };
  return until(`${least} people have played`, look, limitMs);
}

function listGrades(): Promise<readonly GradeEntry[]> {
  return askLms('/sandbox/gradebook');
}

function openAsTeacher(): Promise<ToolSession> {
  const places = { lmsUrl: `http://127.0.0.1:${port + 1}`, toolUrl: `http://127.0.0.1:${port}` };
  return ToolSession.open(places, 3, week);
}

// The sandbox servers exist in the build only.
describe.runIf(isBuilt(root))('the people of the demo', () => {
  beforeAll(async () => {
    port = await findFreePort();
    await start();
  });

  afterAll(async () => {
    await stop();
    rmSync(data, { recursive: true });
  });

  it('lets a person play at once, while the others play', async () => {
    const session = await ToolSession.open(
      { lmsUrl: `http://127.0.0.1:${port + 1}`, toolUrl: `http://127.0.0.1:${port}` },
      4,
      week,
    );
    expect(await session.call('GET', '/api/attempt')).toMatchObject({ attempt: null });
    await until('they play', async () => (await askLms<News>('/examples')).arePlaying || undefined);
  });

  it(
    'go on where they were when the demo was stopped',
    async () => {
      await untilPlayed(1);
      expect(await stop()).toBe(0);
      await start();
      expect((await untilPlayed(12)).text).toContain('12 personnes');
    },
    2 * limitMs,
  );

  it('have grades in the gradebook if they finished and nothing waits', async () => {
    const graded = await until('grades', async () => {
      const of = (await listGrades()).filter(({ itemId, points }) => itemId === week && points !== null);
      return of.length >= finished.length ? of : undefined;
    });
    expect(graded.map(({ userId }) => userId).toSorted((a, b) => a - b)).toEqual(finished);
    expect(graded.every(({ name }) => name.endsWith(' (fiction)'))).toBe(true);
  });

  it('stand on the staff page: in several levels, one held, one who asks, one with adaptations', async () => {
    const staff = await openAsTeacher();
    const { people } = await staff.call<ActivityAnswer>('GET', '/api/activity');
    expect(people).toHaveLength(12);
    expect(people.filter(({ attempt }) => attempt.status === 'paused')).toHaveLength(2);
    expect(people.filter(({ held }) => held.length > 0)).toHaveLength(1);
    expect(people.filter(({ asksReview }) => asksReview)).toHaveLength(1);
    expect(people.filter(({ support }) => support.adaptations.includes('text-size'))).toHaveLength(1);
    const levels = new Set(people.flatMap(({ result }) => result?.levels.overall.level ?? []));
    expect(levels.size).toBeGreaterThanOrEqual(3);
  });

  it('are marked as invented in the course’s list', async () => {
    const staff = await openAsTeacher();
    const roster = await staff.call<RosterAnswer>('GET', '/api/activity/roster');
    if (roster.state !== 'available') throw new Error(roster.state);
    const marked = roster.people.filter(({ name }) => name?.endsWith(' (fiction)'));
    expect(marked).toHaveLength(12);
    expect(marked.every(({ personId }) => personId !== null)).toBe(true);
  });

  it('have statements in the record store', async () => {
    const actors = await until('statements of all', async () => {
      const names = await listActors();
      return names.size >= 12 ? names : undefined;
    });
    expect(actors.size).toBe(12);
  });

  it(
    'play only once, and not with --empty',
    async () => {
      await stop();
      const before = await listHeads();
      expect(before).toHaveLength(12);
      await start();
      expect(await untilPlayed(12)).toMatchObject({ played: 12, arePlaying: false });
      await stop();
      expect(await listHeads()).toEqual(before);
      await start('--empty');
      expect(await askLms<News>('/examples')).toMatchObject({ played: 0, arePlaying: false });
    },
    limitMs,
  );
});

/** How far the log of each attempt goes, and with it the statements. */
async function listHeads(): Promise<readonly (readonly [string, number])[]> {
  const storage = await openSqliteStorage({ file: join(data, 'numplus.db') });
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const [study] = await storage.studies.list(organisation?.id ?? '', { limit: 1 });
  const found = await storage.attempts.listByStudy(organisation?.id ?? '', study?.id ?? '', { limit: 100 });
  await storage.close();
  return found.map(({ attempt, progress }) => [attempt.id, progress.head] as const);
}

interface StatementPage {
  readonly statements: readonly { readonly actor: { readonly account?: { readonly name: string } } }[];
  readonly more?: string;
}

async function listActors(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const headers = {
    authorization: `Basic ${Buffer.from('numplus-demo:numplus-demo').toString('base64')}`,
    'x-experience-api-version': '1.0.3',
  };
  let path: string | undefined = '/xapi/statements?limit=500';
  while (path !== undefined && path !== '') {
    const answer: Response = await fetch(new URL(path, `http://127.0.0.1:${port + 2}`), { headers });
    // The sandbox store's answer, whose shape its own tests check.
    const { statements, more } = (await answer.json()) as StatementPage;
    for (const { actor } of statements) if (actor.account !== undefined) names.add(actor.account.name);
    path = more;
  }
  return names;
}
