/** Rescoring with newer rules and another bank: shown first, written on request. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyReceipts } from '../../../server/research/verify-receipts.ts';
import { listReceiptKeys } from '../../../server/records/sign-receipt.ts';
import type { StatementRow } from '../../../server/storage/ports/attempts.ts';
import { verbs } from '../../../xapi/vocabulary.ts';
import type { DeliveryBench } from '../../support/delivery-bench.ts';
import { rightWay, withoutTime } from '../../support/inbox.ts';
import { easierBank, RescoreBench, type RescoreOutcome, usualBank } from '../../support/rescore-bench.ts';

let tool: RescoreBench;
let bench: DeliveryBench;
let organisationId: string;

const [whole, partly, going] = [4, 5, 6] as const;

beforeAll(async () => {
  tool = await RescoreBench.start();
  ({ bench, organisationId } = tool);
});
afterAll(() => tool.close());

function statementsOf(attemptId: string): Promise<StatementRow[]> {
  return bench.context.storage.attempts.listStatements(organisationId, attemptId, { fromSeq: 1, limit: 500 });
}

/** As an operator's command that succeeds. */
async function command(...args: readonly string[]): Promise<RescoreOutcome> {
  const { code, stdout, stderr } = await tool.run(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as RescoreOutcome;
}

function shown(personId: number): number | null {
  return (
    bench.lms.gradebook().find(({ userId, itemId }) => userId === personId && itemId === 2)?.points ?? null
  );
}

describe('rescoring', () => {
  const ids = { whole: '', partly: '', going: '' };

  beforeAll(async () => {
    ids.whole = await tool.play(whole, rightWay);
    ids.partly = await tool.play(partly, withoutTime);
    ids.going = await tool.play(going, rightWay, []);
    await bench.work();
    await tool.easeRules();
    await tool.addBank();
    await bench.restart();
  });

  it('shows on a dry run what would change, per attempt and in all, and writes nothing', async () => {
    const before = await Promise.all([ids.whole, ids.partly].map((id) => tool.find(id)));
    const told = await command();
    expect(told.totals).toEqual({ attempts: 3, changed: 2, same: 0, leftAlone: 1, grades: 0 });
    const { score, measure } = (await tool.find(ids.partly)).progress;
    expect(told.attempts.find(({ attempt }) => attempt === ids.partly)).toMatchObject({
      outcome: 'would change',
      items: 1,
      grades: 0,
      scoreWas: score,
      bankWas: usualBank,
      bank: usualBank,
      levelWas: measure?.overall.level,
    });
    expect(told.attempts.find(({ attempt }) => attempt === ids.whole)).toMatchObject({
      items: 0,
      bank: usualBank,
    });
    expect(told.attempts.find(({ attempt }) => attempt === ids.going)).toMatchObject({
      outcome: 'left alone',
      score: null,
      why: 'it is not over yet, and keeps its versions',
    });
    expect(await Promise.all([ids.whole, ids.partly].map((id) => tool.find(id)))).toEqual(before);
    expect(
      (await bench.context.storage.audit.list(organisationId, { limit: 99 })).map(({ action }) => action),
    ).not.toContain('rescoring.began');
  });

  it('writes an entry with results, measure and versions, and leaves the gradebook unchanged', async () => {
    const before = (await tool.find(ids.partly)).progress;
    const shownBefore = shown(partly);
    expect((await command('--apply')).totals).toMatchObject({ changed: 2, leftAlone: 1, grades: 0 });
    const after = (await tool.find(ids.partly)).progress;
    expect(after.score ?? 0).toBeGreaterThan(before.score ?? 100);
    expect(after.scenes).toMatchObject([{ scoringVersion: 3, status: 'done' }]);
    expect(after.status).toBe('finished');
    const last = (await tool.logOf(ids.partly)).at(-1);
    if (last?.kind !== 'rescored') throw new Error('no rescoring');
    expect(last.results).toMatchObject([
      {
        how: 'done',
        scene: { scenario: 's02-inbox', scoringVersion: 3 },
        ended: { scoringVersion: 2 },
        result: {
          items: [
            { item: 's02-com', points: 4, max: 4 },
            { item: 's02-out', points: 0 },
          ],
        },
      },
    ]);
    expect(last).toMatchObject({ score: after.score, measure: { bankVersion: usualBank } });
    await bench.work();
    expect(shown(partly)).toBe(shownBefore);
  });

  it('sends the record store the new scores with their versions, referring to the first answers', async () => {
    const rows = await statementsOf(ids.partly);
    const head = Math.max(...rows.map(({ logSeq }) => logSeq));
    const told = rows.filter(({ logSeq }) => logSeq === head).map(({ bytes }) => JSON.parse(bytes) as object);
    const answers = rows.flatMap(({ bytes, id }) => (bytes.includes(verbs.answered.id) ? [id] : []));
    expect(told).toMatchObject([
      ...answers.map((id) => ({ verb: { id: verbs.scored.id }, context: { statement: { id } } })),
      {
        verb: { id: verbs.scored.id },
        result: { score: { raw: (await tool.find(ids.partly)).progress.score } },
      },
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('leaves the receipt valid, which it follows', async () => {
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

  it('finds nothing to change the second time, and no grade where one scene is “done” whatever its points', async () => {
    const head = (await tool.find(ids.partly)).progress.head;
    expect((await tool.rescore({ isDryRun: false })).totals).toMatchObject({
      changed: 0,
      same: 2,
      grades: 0,
    });
    expect((await tool.find(ids.partly)).progress.head).toBe(head);
    expect((await tool.rescore({ isRegraded: true })).totals).toMatchObject({ same: 2, grades: 0 });
  });

  it('adds to the process indicators the device that older versions missed, and changes no score', async () => {
    const { attempt, progress } = await tool.find(ids.whole);
    const end = (await tool.logOf(ids.whole)).find((entry) => entry.kind === 'scene-ended');
    if (end?.process === undefined) throw new Error('no process');
    expect(end.process.device).toMatchObject({ zoom: '200' });
    await bench.context.storage.attempts.append({
      organisationId,
      attemptId: attempt.id,
      expectedHead: progress.head,
      progress: { ...progress, head: progress.head + 1 },
      entries: [
        {
          logSeq: progress.head + 1,
          sealed: null,
          entry: {
            kind: 'rescored',
            logSeq: progress.head + 1,
            epoch: 1,
            at: progress.lastAt,
            receivedAt: progress.lastAt,
            results: [],
            processes: [{ sceneId: end.scene.sceneId, process: { ...end.process, device: null } }],
            measure: progress.measure,
            score: progress.score,
          },
        },
      ],
      statements: [],
      gradeIntents: [],
    });
    const { byAttempt } = await tool.rescore({ isDryRun: false }, ids.whole);
    expect(byAttempt.get(ids.whole)).toMatchObject({
      outcome: 'changed',
      processesChanged: 1,
      itemsChanged: 0,
      before: { score: progress.score },
      after: { score: progress.score },
    });
    expect((await tool.logOf(ids.whole)).at(-1)).toMatchObject({
      kind: 'rescored',
      processes: [{ process: { device: { zoom: '200' } } }],
    });
  });

  it('uses another bank on request, and from then on', async () => {
    const before = (await tool.find(ids.whole)).progress;
    const request = { bankVersion: easierBank, scoring: 'kept', isDryRun: false } as const;
    const { totals, byAttempt } = await tool.rescore(request, ids.whole);
    expect(totals).toMatchObject({ attempts: 1, changed: 1 });
    expect(byAttempt.get(ids.whole)).toMatchObject({
      itemsChanged: 0,
      before: { measure: { bankVersion: usualBank } },
      after: { measure: { bankVersion: easierBank } },
    });
    const after = (await tool.find(ids.whole)).progress;
    // The same points in easier items say less.
    expect(after.measure?.overall.theta).toBeLessThan(before.measure?.overall.theta ?? -9);
    expect(after.measure?.bankVersion).toBe(easierBank);
    expect((await tool.rescore()).totals).toMatchObject({ changed: 0, same: 2 });
  });

  it('leaves an audit entry with who asked for it and the outcome', async () => {
    const rows = await bench.context.storage.audit.list(organisationId, { limit: 99 });
    const began = rows.filter(({ action }) => action === 'rescoring.began');
    const ended = rows.filter(({ action }) => action === 'rescoring.ended');
    expect([began.length, ended.length]).toEqual([4, 4]);
    // Several may be of the same millisecond: their order is then that of their ids.
    expect(began.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ bank: 'as before', scoring: 'newest' }),
    );
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

  it('leaves an attempt that was going on to the rules that it began with', async () => {
    await tool.finish(going);
    const ended = (await tool.logOf(ids.going)).find(({ kind }) => kind === 'scene-ended');
    expect(ended).toMatchObject({ scene: { scoringVersion: 2 } });
    expect((await tool.rescore({}, ids.going)).byAttempt.get(ids.going)).toMatchObject({
      outcome: 'changed',
    });
  });

  it.each([
    [['--apply', '--dry-run']],
    [['--bank', '9']],
    [['--bank', 'two']],
    [['--attempt', 'nobody']],
    [['--study', 'none']],
  ])('refuses %j with one line, and writes nothing', async (args) => {
    const { code, stdout, stderr } = await tool.run(...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });
});
