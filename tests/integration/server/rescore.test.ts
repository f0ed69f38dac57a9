/** Scoring anew by newer rules and another bank: said first, written on wish, interrupted without harm. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../scenarios/log.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { RescoreWish, Rescoring } from '../../../server/attempts/rescore.ts';
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import { rescoreStudy } from '../../../server/organisations/rescore-attempts.ts';
import { verifyReceipts } from '../../../server/research/verify-receipts.ts';
import { listReceiptKeys } from '../../../server/research/receipt-keys.ts';
import type { AttemptWithProgress, StatementRow } from '../../../server/storage/ports/attempts.ts';
import { verbs } from '../../../xapi/vocabulary.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay, withoutTime } from '../../support/inbox.ts';
import { toolMain } from '../../support/tool-main.ts';

let folder: ContentFolder;
let bench: DeliveryBench;
let organisationId: string;

const evidenceFile = 's02-inbox/v1/evidence.yaml';
const [whole, partly, going] = [4, 5, 6] as const;

beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.addTwin('s90-twin');
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
  const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
  organisationId = organisation?.id ?? '';
}, 60_000);
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

async function play(
  personId: number,
  way: typeof rightWay,
  ending: readonly WorldAction[] = [done],
): Promise<string> {
  catchUp();
  const learner = new ApiLearner(bench);
  const scene = await learner.begin(personId);
  await learner.act(...way(scene), ...ending);
  return learner.attempt.id;
}

/** Commands run by the real clock, and so does the protocol engine of a launch. */
function catchUp(): void {
  bench.wait(Math.max(0, Date.now() - bench.now));
}

async function find(attemptId: string): Promise<AttemptWithProgress> {
  const found = await bench.context.storage.attempts.find(organisationId, attemptId);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

async function logOf(attemptId: string): Promise<LogEntry[]> {
  const page = { fromSeq: 1, limit: 500 };
  const entries = await bench.context.storage.attempts.listEntries(organisationId, attemptId, page);
  return entries.map(({ entry }) => entry);
}

function statementsOf(attemptId: string): Promise<StatementRow[]> {
  return bench.context.storage.attempts.listStatements(organisationId, attemptId, { fromSeq: 1, limit: 500 });
}

interface Told {
  readonly totals: Readonly<Record<'attempts' | 'changed' | 'same' | 'leftAlone' | 'grades', number>>;
  readonly attempts: readonly Readonly<Record<string, string | number | null>>[];
}

function start(args: readonly string[]): ReturnType<typeof spawn> {
  const env = { PATH: process.env.PATH ?? '', ...bench.settings };
  return spawn(process.execPath, [...toolMain(), 'rescore', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = start(args);
  if (child.stdout === null || child.stderr === null) throw new Error('no output');
  const [stdout, stderr, [code]] = await Promise.all([
    ...([text(child.stdout), text(child.stderr)] as const),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

/** As an operator's command, in a process of its own. */
async function command(...args: readonly string[]): Promise<Told> {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Told;
}

/** The same in this process, which tells no attempts that stay as they are. */
async function rescore(wish: Partial<RescoreWish> = {}, attempt: string | null = null): Promise<Found> {
  const { study } = await ensureDefaults(bench.context);
  const totals = { attempts: 0, changed: 0, same: 0, leftAlone: 0, grades: 0 };
  const byAttempt = new Map<string, Rescoring>();
  const all = { bankVersion: null, scoring: 'newest', isRegraded: false, isDryRun: true, ...wish } as const;
  const filter = { study: null, form: null, attempt };
  for await (const one of rescoreStudy(bench.context, study, filter, all)) {
    const { rescoring } = one;
    totals.attempts += 1;
    totals[rescoring.outcome === 'left-alone' ? 'leftAlone' : rescoring.outcome] += 1;
    totals.grades += rescoring.outcome === 'left-alone' ? 0 : rescoring.grades;
    byAttempt.set(one.attempt.id, rescoring);
  }
  return { totals, byAttempt };
}

interface Found extends Pick<Told, 'totals'> {
  readonly byAttempt: ReadonlyMap<string, Rescoring>;
}

function shown(personId: number): number | null {
  return (
    bench.lms.gradebook().find(({ userId, itemId }) => userId === personId && itemId === 2)?.points ?? null
  );
}

const strict = 'when: size(timed) > 0';
const mild = `${strict} || size(mail.opened) > 3`;

/** Who reads four messages is taken to have named a time from now on. */
async function easeRules(): Promise<void> {
  await folder.edit(evidenceFile, 'scoringVersion: 1', 'scoringVersion: 2');
  await folder.edit(evidenceFile, strict, mild);
}

/** Everything is half a logit easier in the second bank. */
async function addBank(): Promise<void> {
  const first = await readFile(join(folder.directory, 'banks/v1.yaml'), 'utf8');
  const second = first
    .replace(/^version: 1$/m, 'version: 2')
    .replace(/steps: \[([^\]]*)\]/g, (_all, steps: string) => {
      const easier = steps.split(',').map((step) => String(Math.round((Number(step) - 0.5) * 10) / 10));
      return `steps: [${easier.join(', ')}]`;
    });
  await writeFile(join(folder.directory, 'banks/v2.yaml'), second);
}

describe('scoring anew', () => {
  const ids = { whole: '', partly: '', going: '' };

  beforeAll(async () => {
    ids.whole = await play(whole, rightWay);
    ids.partly = await play(partly, withoutTime);
    ids.going = await play(going, rightWay, []);
    await bench.work();
    await easeRules();
    await addBank();
    await bench.restart();
  }, 60_000);

  it('says on a dry run what would change, per attempt and in all, and writes nothing', async () => {
    const before = await Promise.all([ids.whole, ids.partly].map((id) => find(id)));
    const told = await command();
    expect(told.totals).toEqual({ attempts: 3, changed: 2, same: 0, leftAlone: 1, grades: 0 });
    const { score, measure } = (await find(ids.partly)).progress;
    expect(told.attempts.find(({ attempt }) => attempt === ids.partly)).toMatchObject({
      ...{ outcome: 'would change', items: 1, grades: 0, scoreWas: score, bankWas: 1, bank: 1 },
      levelWas: measure?.overall.level,
    });
    expect(told.attempts.find(({ attempt }) => attempt === ids.whole)).toMatchObject({ items: 0, bank: 1 });
    expect(told.attempts.find(({ attempt }) => attempt === ids.going)).toMatchObject({
      ...{ outcome: 'left alone', score: null, why: 'it is not over yet, and keeps its versions' },
    });
    expect(await Promise.all([ids.whole, ids.partly].map((id) => find(id)))).toEqual(before);
    expect(
      (await bench.context.storage.audit.list(organisationId, { limit: 99 })).map(({ action }) => action),
    ).not.toContain('rescoring.began');
  });

  it('writes an entry with results, measure and versions, and leaves the gradebook as it is', async () => {
    const before = (await find(ids.partly)).progress;
    const shownBefore = shown(partly);
    expect((await command('--apply')).totals).toMatchObject({ changed: 2, leftAlone: 1, grades: 0 });
    const after = (await find(ids.partly)).progress;
    expect(after.score ?? 0).toBeGreaterThan(before.score ?? 100);
    expect(after.scenes).toMatchObject([{ scoringVersion: 2, status: 'done' }]);
    expect(after.status).toBe('finished');
    const last = (await logOf(ids.partly)).at(-1);
    if (last?.kind !== 'rescored') throw new Error('no rescoring');
    expect(last.results).toMatchObject([
      {
        ...{ how: 'done', scene: { scenario: 's02-inbox', scoringVersion: 2 }, ended: { scoringVersion: 1 } },
        result: {
          items: [
            { item: 's02-com', points: 4, max: 4 },
            { item: 's02-out', points: 0 },
          ],
        },
      },
    ]);
    expect(last).toMatchObject({ score: after.score, measure: { bankVersion: 1 } });
    await bench.work();
    expect(shown(partly)).toBe(shownBefore);
  });

  it('tells the record store the new scores, about the first answers, by their versions', async () => {
    const rows = await statementsOf(ids.partly);
    const head = Math.max(...rows.map(({ logSeq }) => logSeq));
    const told = rows.filter(({ logSeq }) => logSeq === head).map(({ bytes }) => JSON.parse(bytes) as object);
    const answers = rows.flatMap(({ bytes, id }) => (bytes.includes(verbs.answered.id) ? [id] : []));
    expect(told).toMatchObject([
      ...answers.map((id) => ({ verb: { id: verbs.scored.id }, context: { statement: { id } } })),
      { verb: { id: verbs.scored.id }, result: { score: { raw: (await find(ids.partly)).progress.score } } },
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('comes after the receipt, which goes on to hold', async () => {
    const receipt = await bench.context.storage.attempts.findReceipt(organisationId, ids.partly);
    const rows = await statementsOf(ids.partly);
    async function* lines(): AsyncGenerator<{ text: string }> {
      for (const { bytes } of rows) yield await Promise.resolve({ text: bytes });
    }
    const { isIntact, attempts } = await verifyReceipts(
      lines(),
      [receipt ?? ''],
      listReceiptKeys(bench.context.secrets),
    );
    expect(isIntact).toBe(true);
    expect(attempts).toMatchObject([{ verdict: 'intact', later: 3 }]);
  });

  it('finds nothing to change when it runs again, and sends grades where it is asked to afterwards', async () => {
    const head = (await find(ids.partly)).progress.head;
    expect((await rescore({ isDryRun: false })).totals).toMatchObject({ changed: 0, same: 2, grades: 0 });
    expect((await find(ids.partly)).progress.head).toBe(head);
    expect((await rescore({ isRegraded: true })).totals).toMatchObject({ same: 2, grades: 1 });
    catchUp();
    bench.wait(1_500);
    await bench.work();
    const { score } = (await find(ids.partly)).progress;
    expect(shown(partly)).not.toBe(score);
    const apply = { isRegraded: true, isDryRun: false };
    expect((await rescore(apply)).totals).toMatchObject({ same: 2, grades: 1 });
    await bench.work();
    expect(shown(partly)).toBe(score);
    expect((await rescore(apply)).totals).toMatchObject({ grades: 0 });
  });

  it('measures with another bank on wish, and with it from then on', async () => {
    const before = (await find(ids.whole)).progress;
    const wish = { bankVersion: 2, scoring: 'kept', isDryRun: false } as const;
    const { totals, byAttempt } = await rescore(wish, ids.whole);
    expect(totals).toMatchObject({ attempts: 1, changed: 1 });
    expect(byAttempt.get(ids.whole)).toMatchObject({
      ...{ itemsChanged: 0, before: { measure: { bankVersion: 1 } }, after: { measure: { bankVersion: 2 } } },
    });
    const after = (await find(ids.whole)).progress;
    // The same points in easier items say less.
    expect(after.measure?.overall.theta).toBeLessThan(before.measure?.overall.theta ?? -9);
    expect(after.measure?.bankVersion).toBe(2);
    expect((await rescore()).totals).toMatchObject({ changed: 0, same: 2 });
  });

  it('leaves a trace of who wished it and what came of it', async () => {
    const rows = await bench.context.storage.audit.list(organisationId, { limit: 99 });
    const began = rows.filter(({ action }) => action === 'rescoring.began');
    const ended = rows.filter(({ action }) => action === 'rescoring.ended');
    expect([began.length, ended.length]).toEqual([5, 5]);
    expect(began[0]).toMatchObject({ details: { bank: 'as before', scoring: 'newest' } });
    expect(ended.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ changed: 2, same: 0, leftAlone: 1, grades: false }),
    );
    for (const { actor, subject } of [...began, ...ended]) {
      expect([actor, subject]).toEqual([
        expect.stringMatching(/^operator:/),
        expect.stringMatching(/^study:/),
      ]);
    }
  });

  it.each([
    [['--apply', '--dry-run']],
    [['--bank', '9']],
    [['--bank', 'two']],
    [['--attempt', 'nobody']],
    [['--study', 'none']],
  ])('refuses %j in one line, and writes nothing', async (args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });
});

describe('an attempt whose content is gone', () => {
  it('is told and left alone, and the others go on; its points can be measured all the same', async () => {
    await folder.playInDemo('[s90-twin]');
    await bench.restart();
    const id = await play(7, rightWay);
    await folder.edit('forms.yaml', 'scenes: [s90-twin]', 'scenes: [s02-inbox]');
    await rm(join(folder.directory, 's90-twin'), { recursive: true });
    await bench.restart();
    const { totals, byAttempt } = await rescore({ bankVersion: 2 });
    expect(byAttempt.get(id)).toEqual({ outcome: 'left-alone', because: 'content-gone' });
    expect(totals).toMatchObject({ changed: 1, leftAlone: 2 });
    const kept = await rescore({ bankVersion: 2, scoring: 'kept' }, id);
    expect(kept.totals).toMatchObject({ changed: 1 });
  });
});

describe('a rescoring that is killed in the middle', () => {
  it('ends the same when it is run again, with one entry for each attempt', async () => {
    await bench.restart();
    const ids: string[] = [];
    for (let count = 0; count < 40; count += 1) ids.push(await play(8, withoutTime));
    await folder.edit(evidenceFile, 'scoringVersion: 2', 'scoringVersion: 3');
    await folder.edit(evidenceFile, mild, strict);
    await bench.restart();
    const anew = async (): Promise<number[]> =>
      Promise.all(ids.map(async (id) => (await logOf(id)).filter(({ kind }) => kind === 'rescored').length));
    const child = start(['--apply', '--json']);
    const closed = once(child, 'close');
    while ((await anew()).every((count) => count === 0) && child.exitCode === null) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGKILL');
    await closed;
    const cut = (await anew()).filter((count) => count > 0).length;
    // Neither before the first nor after the last, or nothing was tried here.
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(ids.length);

    const { totals } = await rescore({ isDryRun: false });
    expect(totals.changed).toBeGreaterThanOrEqual(ids.length - cut);
    expect(await anew()).toEqual(ids.map(() => 1));
    const progress = await Promise.all(ids.map(async (id) => (await find(id)).progress));
    expect(new Set(progress.map(({ score }) => score)).size).toBe(1);
    expect(progress.every(({ scenes }) => scenes[0]?.scoringVersion === 3)).toBe(true);
    expect((await rescore()).totals).toMatchObject({ changed: 0 });
  }, 120_000);
});
