import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AuditFilter, listAudit } from '../../../../server/records/list-audit.ts';
import type { AuditRow } from '../../../../server/storage/ports/audit.ts';
import { createAttempt } from '../../../contract/storage/sample-attempts.ts';
import { org } from '../../../contract/storage/sample-rows.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

let opened: Awaited<ReturnType<typeof openTestStorage>>;
beforeAll(async () => {
  opened = await openTestStorage();
  const { audit, studies } = opened.storage;
  const study = { id: 'study-1', organisationId: org, name: 'LINC', sealedKey: 'sealed', createdAt: 1 };
  await studies.insert(study);
  await createAttempt(opened.storage, { id: 'attempt-1', personId: 'learner' });
  const rows: readonly Partial<AuditRow>[] = [
    { id: 'opened', at: 10, action: 'sheet.opened', subject: 'person:learner', actor: 'person:teacher' },
    { id: 'reopened', at: 20, action: 'attempt.reopened', subject: 'attempt:attempt-1' },
    { id: 'taken', at: 30, action: 'statements.exported', subject: 'person:learner' },
    { id: 'table', at: 40, action: 'table.exported', subject: 'study:study-1', actor: 'worker' },
    { id: 'another', at: 50, action: 'sheet.opened', subject: 'person:fellow', actor: 'person:teacher' },
  ];
  for (const row of rows) {
    const usual = { id: '', organisationId: org, at: 0, actor: 'operator:marie', action: '', subject: '' };
    await audit.append({ ...usual, details: {}, ...row });
  }
});
afterAll(() => opened.close());

it.each([
  ['nothing is asked', {}, ['opened', 'reopened', 'taken', 'table', 'another']],
  ['a person is named, with their attempts', { personId: 'learner' }, ['opened', 'reopened', 'taken']],
  ['kinds are named', { kinds: ['table', 'statements.exported'] }, ['taken', 'table']],
  ['a kind is only the beginning of a word', { kinds: ['tab'] }, []],
  ['a time is named, its end outside', { since: 20, until: 40 }, ['reopened', 'taken']],
  ['an actor is named by kind', { by: 'operator' }, ['reopened', 'taken']],
  ['an actor is named by account', { by: 'marie' }, ['reopened', 'taken']],
  ['a member of the staff is named', { by: 'teacher' }, ['opened', 'another']],
  ['all are named', { personId: 'learner', kinds: ['sheet'], by: 'worker' }, []],
] as const)('lists what matches if %s', async (_what, filter: Partial<AuditFilter>, ids) => {
  const found: string[] = [];
  for await (const { id } of listAudit(opened.storage, org, { kinds: [], ...filter })) found.push(id);
  expect(found).toEqual(ids);
});
