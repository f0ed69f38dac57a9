/** Commands that give data about people leave a row in the audit record, or give nothing (ADR 54). */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../server/base/secrets.ts';
import type { AuditRow } from '../../../server/storage/ports/audit.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { openDatabase } from '../../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { addAnswer } from '../../../server/studies/consent.ts';
import {
  createAttempt,
  refOf,
  sampleAppend,
  sampleDestination,
  sampleStatement,
} from '../../contract/storage/sample-attempts.ts';
import { org, samplePerson } from '../../contract/storage/sample-rows.ts';
import { auditedCommands } from '../../support/audited-commands.ts';
import { findFreePort } from '../../support/ports.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const secretKey = randomBytes(32).toString('hex');
const secrets = createSecrets(secretKey);
const folder = mkdtempSync(join(tmpdir(), 'numplus-audited-'));
const file = join(folder, 'numplus.db');
const studyKey = secrets.createWrappedKey('study', 'study-1');
const everybody = ['--purpose', 'operational', '--reason', 'follow-up'];
const out = (name: string): string => join(folder, name);

let storage: Storage;
let tool: ToolProcess;

beforeAll(async () => {
  storage = await openSqliteStorage({ file });
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  const study = { id: 'study-1', organisationId: org, name: 'LINC', sealedKey: studyKey, createdAt: 1 };
  await storage.studies.insert(study);
  for (const id of ['person-1', 'person-2', 'person-3']) {
    const sealedKey = secrets.createWrappedKey('person', id);
    await storage.persons.ensure(samplePerson({ id, subject: `lms-${id}`, sealedKey }));
  }
  const attempt = await createAttempt(storage, {}, 1);
  await storage.attempts.append(sampleAppend(attempt, 1, 1, { receipt: 'a.receipt.signed' }));
  await createAttempt(storage, { id: 'attempt-2', personId: 'person-2' });
  await bury(attempt.id);
  const about = { version: '1', language: 'fr' } as const;
  for (const [personId, future] of [
    ['person-1', true],
    ['person-2', false],
    ['person-3', true],
  ] as const) {
    const participant = { organisationId: org, studyId: 'study-1', personId };
    await addAnswer({ storage, secrets }, participant, { ...about, answer: 'given', future }, 10);
    if (personId === 'person-3') {
      await addAnswer({ storage, secrets }, participant, { ...about, answer: 'withdrawn', future }, 20);
    }
  }
  const settings = { DATABASE_URL: `sqlite:${file}`, SECRET_KEY: secretKey };
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', settings);
}, 120_000);
afterAll(async () => {
  await tool.remove();
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** One statement that the store of a study refused. */
async function bury(attemptId: string): Promise<void> {
  const store = sampleDestination();
  await storage.destinations.put(store);
  await storage.deliveries.enqueueNew(store, 10);
  const request = { organisationId: org, destinationId: store.id, purpose: store.purpose, holder: 'w' };
  await storage.deliveries.lease({ ...request, now: 10_000, until: 20_000, limit: 9, maxBytes: 100_000 });
  const ref = refOf(sampleStatement({ id: attemptId, organisationId: org, studyId: 'study-1' }, 1));
  const dead = { ...ref, nextAt: 0, tried: true, state: 'dead', lastError: '400 verb' } as const;
  await storage.deliveries.settle(org, store.id, 'w', [dead]);
}

interface Asked {
  readonly args: readonly string[];
  readonly action: string;
  readonly subject: string;
  readonly details: object;
}

const ofPerson = { subject: 'person:person-1', action: 'attempt.read' };
const ofStudy = { subject: 'study:study-1' };
const research = { purpose: 'research', attempts: 0, persons: 0 };

const asked: Readonly<Record<string, Asked>> = {
  'attempt list': {
    args: [],
    action: 'attempts.listed',
    subject: `organisation:${org}`,
    details: { attempts: 2, persons: 2 },
  },
  'attempt show': { ...ofPerson, args: ['attempt-1'], details: { attempt: 'attempt-1' } },
  'attempt reopen': {
    ...ofPerson,
    args: ['attempt-1', '--dry-run'],
    details: { attempt: 'attempt-1', command: 'attempt reopen' },
  },
  'attempt invalidate': {
    ...ofPerson,
    args: ['attempt-1', '--reason', 'technical', '--dry-run'],
    details: { attempt: 'attempt-1' },
  },
  'receipt show': { ...ofPerson, args: ['--attempt', 'attempt-1'], details: { command: 'receipt show' } },
  'outbox status': { ...ofPerson, args: ['--attempt', 'attempt-1'], details: { command: 'outbox status' } },
  'outbox reconcile': {
    ...ofPerson,
    args: ['--attempt', 'attempt-2'],
    subject: 'person:person-2',
    details: { command: 'outbox reconcile' },
  },
  'outbox dead': {
    args: ['--json'],
    action: 'dead-letters.read',
    subject: 'destination:destination-1',
    details: { statements: 1, attempts: 1 },
  },
  'person export': {
    args: ['person-1', '--out', out('person')],
    action: 'person.exported',
    subject: 'person:person-1',
    details: {},
  },
  'person find': {
    args: ['--receipt', 'attempt-1'],
    action: 'person.found',
    subject: 'person:person-1',
    details: { by: 'receipt' },
  },
  'person show': { args: ['person-1'], action: 'person.shown', subject: 'person:person-1', details: {} },
  rescore: { ...ofStudy, args: [], action: 'scores.compared', details: { attempts: 2 } },
  calibrate: { ...ofStudy, args: [], action: 'answers.calibrated', details: { purpose: 'research' } },
  'export statements': {
    args: ['--person', 'person-1', ...everybody],
    action: 'statements.exported',
    subject: 'person:person-1',
    details: { purpose: 'operational', reason: 'follow-up', attempts: 1, persons: 1 },
  },
  'export matrix': { ...ofStudy, args: [], action: 'table.exported', details: research },
  'export process': {
    ...ofStudy,
    args: everybody,
    action: 'table.exported',
    details: { purpose: 'operational', reason: 'follow-up', attempts: 2, persons: 2 },
  },
  'export items': {
    ...ofStudy,
    args: ['--out', out('items')],
    action: 'items.exported',
    details: research,
  },
  'study participants': {
    ...ofStudy,
    args: ['--future', '--out', out('future.csv')],
    action: 'participants.exported',
    details: { persons: 1 },
  },
  backup: {
    args: [out('copy.db')],
    action: 'database.copied',
    subject: `organisation:${org}`,
    details: { persons: 3, attempts: 2 },
  },
};

function run(command: string, args: readonly string[]): Promise<CommandResult> {
  return tool.run(...command.split(' '), ...args);
}

async function rows(of: Storage = storage): Promise<AuditRow[]> {
  return of.audit.list(org, { limit: 500 });
}

it('has a case for every such command', () => {
  expect([...Object.keys(asked), 'migrate-store'].sort()).toEqual([...auditedCommands].sort());
});

describe.each(Object.entries(asked))('%s', (command, { args, action, subject, details }) => {
  it('leaves a row that says who, what, whose and how many, and no name or id of the LMS', async () => {
    const before = await rows();
    await run(command, args);
    const added = (await rows()).filter(({ id }) => !before.some((row) => row.id === id));
    expect(added).toMatchObject([{ action, subject, details }]);
    expect(added[0]?.actor).toMatch(/^operator:/);
    expect(JSON.stringify(added)).not.toContain('lms-person');
  });
});

describe('migrate-store', () => {
  it('leaves a row in the new database, and none in the old', async () => {
    const before = await rows();
    const target = out('moved.db');
    await storage.close();
    const moved = ['--from', `sqlite:${file}`, '--to', `sqlite:${target}`, '--apply'];
    expect(await run('migrate-store', moved)).toMatchObject({ code: 0 });
    storage = await openSqliteStorage({ file });
    expect(await rows()).toEqual(before);
    const there = await openSqliteStorage({ file: target });
    expect((await rows(there)).at(-1)).toMatchObject({
      action: 'database.moved',
      subject: `organisation:${org}`,
    });
    await there.close();
  });
});

describe('study participants --future', () => {
  it('writes the pseudonym of those who agreed last, and nothing else', () => {
    const key = secrets.unwrapKey('study', studyKey, 'study-1');
    expect(readFileSync(out('future.csv'), 'utf8')).toBe(
      `person\r\n${secrets.keyedHash(key, 'person-1')}\r\n`,
    );
  });
});

describe('audit list', () => {
  beforeAll(async () => {
    const usual = { organisationId: org, actor: 'person:teacher', subject: 'person:person-9', details: {} };
    for (const [at, action] of ['sheet.opened', 'timeline.opened', 'sheet.opened'].entries()) {
      await storage.audit.append({ ...usual, id: `of-person-9-${at}`, at: 1_000 + at, action });
    }
  });
  const list = (...options: readonly string[]): Promise<CommandResult> =>
    run('audit list', ['--person', 'person-9', ...options]);

  it('shows a page, says how to go on, and goes on', async () => {
    const first = await list('--limit', '1', '--json');
    expect((JSON.parse(first.stdout) as { id: string }[]).map(({ id }) => id)).toEqual(['of-person-9-0']);
    expect(first.stderr).toContain('--after of-person-9-0');
    const rest = await list('--after', 'of-person-9-0', '--kind', 'sheet', '--csv', '--language', 'fr');
    const [header, row, end] = rest.stdout.split('\r\n');
    expect(header).toBe('at,organisation,actor,action,subject,details,says,id');
    expect(row).toContain('a ouvert la fiche d’une personne,of-person-9-2');
    expect(end).toBe('');
  });

  it('refuses a kind that no action has, with those that exist', async () => {
    const { code, stderr } = await list('--kind', 'nothing');
    expect([code, stderr]).toEqual([1, expect.stringContaining('sheet.opened')]);
  });
});

describe('if the row cannot be written', () => {
  it.each([
    ['export matrix', ['--out', out('late.csv')], out('late.csv')],
    ['study participants', ['--future', '--out', out('late-people.csv')], out('late-people.csv')],
    ['backup', [out('late.db')], out('late.db')],
    ['attempt list', ['--json'], null],
  ])('%s gives nothing, and says so in one line', async (command, args, made) => {
    const database = openDatabase(file);
    database.execute(
      "CREATE TRIGGER audit_is_full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    try {
      const { code, stdout, stderr } = await run(command, args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('audit.unwritten');
      expect(made === null || !existsSync(made)).toBe(true);
    } finally {
      database.execute('DROP TRIGGER audit_is_full');
      database.close();
    }
  });
});
