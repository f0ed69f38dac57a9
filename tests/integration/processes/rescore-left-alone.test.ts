/** Attempts that cannot be rescored: each is reported in one line and unchanged, and the others continue. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightWay, withoutTime } from '../../support/inbox.ts';
import { eased, easierBank, RescoreBench } from '../../support/rescore-bench.ts';

let tool: RescoreBench;
beforeAll(async () => {
  tool = await RescoreBench.start();
});
afterAll(() => tool.close());

/** What the database keeps of an attempt. */
async function keptOf(attemptId: string): Promise<unknown> {
  const { storage } = tool.bench.context;
  const page = { fromSeq: 1, limit: 500 };
  const { organisationId } = tool;
  return [
    await tool.find(attemptId),
    await storage.attempts.listEntries(organisationId, attemptId, page),
    await storage.attempts.listStatements(organisationId, attemptId, page),
    await storage.grades.listByAttempt(organisationId, attemptId),
  ];
}

/** Lines of the command's table about an attempt, when it writes. */
async function linesOf(attemptId: string): Promise<string[]> {
  const { code, stdout } = await tool.run('--apply', '--grades');
  expect(code).toBe(0);
  return stdout.split('\n').filter((line) => line.includes(attemptId));
}

/** What a person typed is gone; what was found in it stays. */
function eraseTexts(attemptId: string): void {
  const database = new Database(tool.bench.databaseFile);
  const { changes } = database
    .prepare('UPDATE entries SET sealed = NULL WHERE attemptId = ? AND sealed IS NOT NULL')
    .run(attemptId);
  database.close();
  expect(changes).toBeGreaterThan(0);
}

describe('rescoring an attempt whose texts were erased', () => {
  let erased: string;
  let whole: string;
  beforeAll(async () => {
    [erased, whole] = [await tool.play(4, withoutTime), await tool.play(5, withoutTime)];
    eraseTexts(erased);
  });

  it('uses the features found in them, if the new rules need no others', async () => {
    await tool.easeRules();
    await tool.bench.restart();
    const { byAttempt } = await tool.rescore();
    expect(byAttempt.get(erased)).toMatchObject({ outcome: 'changed', itemsChanged: 1 });
    expect(byAttempt.get(erased)).toEqual(byAttempt.get(whole));
  });

  it('skips it if the new rules need features that were not looked for then', async () => {
    for (const language of ['fr', 'en']) {
      const file = `s02-inbox/*/evidence.${language}.yaml`;
      await tool.folder.edit(file, '\ntexts:\n', '\nkeywords:\n  overtime: [surtemps]\ntexts:\n');
    }
    const rules = 's02-inbox/*/evidence.yaml';
    await tool.folder.edit(rules, 'scoringVersion: 3', 'scoringVersion: 4');
    await tool.folder.edit(rules, eased, `${eased} || toNadia.exists(m, "overtime" in m.features.says)`);
    await tool.bench.restart();
    const before = await keptOf(erased);
    const lines = await linesOf(erased);
    expect(lines).toEqual([expect.stringMatching(/left alone .*texts that were erased; --keep-results/)]);
    expect(await keptOf(erased)).toEqual(before);
    // The one whose texts are there is scored by the new rules.
    expect((await tool.find(whole)).progress.scenes).toMatchObject([{ scoringVersion: 4 }]);
    const kept = await tool.rescore({ scoring: 'kept' }, erased);
    expect(kept.byAttempt.get(erased)).toMatchObject({ outcome: 'same' });
  });
});

describe('rescoring an attempt whose content is missing', () => {
  it('skips and reports it, and the others continue; its points can still be measured', async () => {
    const other = await tool.play(6, rightWay);
    await tool.addBank();
    await tool.folder.playInDemo('[s90-twin]');
    await tool.bench.restart();
    const id = await tool.play(7, rightWay);
    await tool.folder.edit('forms.yaml', 'scenes: [s90-twin]', 'scenes: [s02-inbox]');
    await rm(join(tool.folder.directory, 's90-twin'), { recursive: true });
    await tool.bench.restart();
    const { byAttempt } = await tool.rescore({ bankVersion: easierBank });
    expect(byAttempt.get(id)).toEqual({ outcome: 'left-alone', because: 'content-gone' });
    expect(byAttempt.get(other)).toMatchObject({ outcome: 'changed' });
    const kept = await tool.rescore({ bankVersion: easierBank, scoring: 'kept' }, id);
    expect(kept.totals).toMatchObject({ changed: 1 });
  });
});

describe('rescoring an attempt whose world was changed without a new version', () => {
  it('skips it if the world refuses what it once accepted, and the others continue', async () => {
    const saved = await tool.play(8, rightWay);
    const readOnly = await tool.play(8, withoutTime);
    const rename = async (file: string, from: string, to: string): Promise<void> =>
      tool.folder.edit(`s02-inbox/*/${file}.yaml`, from, to);
    await rename('world', 'id: training,', 'id: courses,');
    await rename('world', 'folder: training', 'folder: courses');
    await rename('evidence', '"training"', '"courses"');
    for (const file of ['plays', 'routes']) await rename(file, 'folderId: training', 'folderId: courses');
    await tool.bench.restart();
    const before = await keptOf(saved);
    expect(await linesOf(saved)).toEqual([
      expect.stringMatching(
        /left alone .*refuses an action that it accepted before: it was changed without a new version/,
      ),
    ]);
    expect(await keptOf(saved)).toEqual(before);
    const { byAttempt } = await tool.rescore();
    expect(byAttempt.get(saved)).toEqual({ outcome: 'left-alone', because: 'replay-differs' });
    expect(byAttempt.get(readOnly)).toMatchObject({ outcome: 'same' });
  });
});
