import { userInfo } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { createAttempt, sampleAttempt, sampleGrade } from '../../contract/storage/sample-attempts.ts';
import { org, sampleLink } from '../../contract/storage/sample-rows.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-grades-'));
let tool: ToolProcess;
let storage: Storage;

/** Three grade requests: one failed for good, one sent, one never tried. */
beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${file}` });
  storage = await openSqliteStorage({ file });
  await storage.organisations.insert({
    id: org,
    name: 'Emploi-Nord',
    timeZone: 'America/Montreal',
    createdAt: 1,
  });
  for (const [index, state] of (['failed', 'sent', 'pending'] as const).entries()) {
    const who = { id: `attempt-${state}`, number: index + 1, personId: `person-${state}` };
    const grade = sampleGrade(sampleAttempt(who), { id: `grade-${state}`, createdAt: 1_000 + index });
    await createAttempt(storage, who, 1, { gradeIntents: [grade] });
    if (state === 'pending') continue;
    await storage.grades.lease({ holder: 'one', now: 2_000, until: 3_000, limit: 1, minGapMs: 0 });
    await storage.grades.settle(org, grade.id, 'one', {
      state,
      nextAt: 0,
      sentAt: state === 'sent' ? 2_000 : null,
      lastPostAt: 2_000,
      takenAttemptId: null,
      shownScore: null,
      lastError: state === 'failed' ? 'grade.locked' : '',
    });
  }
});
afterAll(async () => {
  await storage.close();
  await tool.remove();
  rmSync(folder, { recursive: true });
});

async function read(...args: readonly string[]): Promise<unknown> {
  const { code, stdout } = await tool.run('grades', ...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('the command grades', () => {
  it('status counts grades, names the oldest pending one and explains why one did not arrive', async () => {
    expect(await read('status')).toEqual([
      {
        organisation: 'Emploi-Nord',
        pending: 1,
        sent: 1,
        failed: 1,
        withdrawn: 0,
        oldestPending: '1970-01-01T00:00:01.002Z',
        columnsToChoose: [],
        troubled: [expect.objectContaining({ id: 'grade-failed', state: 'failed', reason: 'grade.locked' })],
      },
    ]);
    const { stdout } = await tool.run('grades', 'status');
    expect(stdout).toContain('A teacher can unlock it.');
    expect(stdout).not.toContain('person-failed');
  });

  it('resend shows on a dry run what it would do, and changes nothing', async () => {
    const told = [{ id: 'grade-failed', was: 'failed', outcome: 'would be sent again' }];
    expect(await read('resend', '--failed', '--dry-run')).toMatchObject(told);
    expect(await storage.grades.count(org)).toEqual({ pending: 1, sent: 1, failed: 1, withdrawn: 0 });
    expect(await storage.audit.list(org, { limit: 9 })).toEqual([]);
  });

  it('resend of all failed grades, or of a sent one, leaves an audit entry for each', async () => {
    const done = 'will be sent again';
    expect(await read('resend', '--failed')).toMatchObject([{ id: 'grade-failed', outcome: done }]);
    expect(await read('resend', 'grade-sent')).toMatchObject([{ was: 'sent', outcome: done }]);
    expect(await storage.grades.count(org)).toEqual({ pending: 3, sent: 0, failed: 0, withdrawn: 0 });
    const trace = { actor: `operator:${userInfo().username}`, action: 'grade.resent' };
    expect(await storage.audit.list(org, { limit: 9 })).toMatchObject([
      { ...trace, subject: 'grade:grade-failed' },
      { ...trace, subject: 'grade:grade-sent' },
    ]);
  });

  it('resend says that a grade is already pending', async () => {
    const told = [{ was: 'pending', outcome: 'is already pending' }];
    expect(await read('resend', 'grade-pending')).toMatchObject(told);
  });

  it('status names activities whose staff must choose the column, and how many grades wait', async () => {
    // An earlier version stored what the LMS sent, here a change of direction.
    const link = sampleLink({ id: 'link-of-two-columns', title: 'La semaine aux Ateliers\u202e' });
    await storage.resourceLinks.ensure(link);
    const who = { id: 'attempt-unclear', number: 1, personId: 'person-unclear', resourceLinkId: link.id };
    const grade = sampleGrade(sampleAttempt(who), {
      id: 'grade-unclear',
      resourceLinkId: link.id,
      createdAt: 5,
    });
    await createAttempt(storage, who, 1, { gradeIntents: [grade] });
    await storage.grades.collect(10);
    const due = { holder: 'two', now: 4_000, until: 5_000, limit: 20, minGapMs: 0 };
    expect((await storage.grades.lease(due)).map(({ id }) => id)).toContain('grade-unclear');
    await storage.grades.settle(org, grade.id, 'two', {
      state: 'pending',
      nextAt: 9_999_999_999_999,
      sentAt: null,
      lastPostAt: null,
      takenAttemptId: null,
      shownScore: null,
      lastError: 'grade.column-unclear',
    });
    const waiting = { activity: link.id, title: link.title, grades: 1 };
    expect(await read('status')).toMatchObject([{ columnsToChoose: [waiting] }]);
    const json = (await tool.run('grades', 'status', '--json')).stdout;
    expect(json).toContain(String.raw`La semaine aux Ateliers\u202e`);
    expect(json).not.toContain('\u202e');
    const { stdout } = await tool.run('grades', 'status');
    expect(stdout).toMatch(
      /Staff choose the column on the page of these activities:[\s\S]*La semaine aux Ateliers/,
    );
  });

  it.each([
    ['both a grade and all', ['grade-sent', '--failed']],
    ['a grade that is not there', ['grade-none']],
  ])('resend refuses %s with one line', async (_what, args) => {
    const { code, stdout, stderr } = await tool.run('grades', 'resend', ...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });
});
