/** Background answers are in files for research only, and only of who agrees (ADR 58). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../server/base/secrets.ts';
import { noBackground } from '../../../server/contract/background.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { putBackground } from '../../../server/studies/background.ts';
import { addAnswer } from '../../../server/studies/consent.ts';
import { org } from '../../contract/storage/sample-rows.ts';
import { sampleTexts } from '../../contract/storage/study-texts.ts';
import { drawCohort, storeAttempt } from '../../support/measured-cohort.ts';
import { findFreePort } from '../../support/ports.ts';
import { readCsv } from '../../support/read-csv.ts';
import { content } from '../../support/s02.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const columns = ['age_group', 'schooling', 'first_language', 'computer_years'];
const secretKey = randomBytes(32).toString('hex');
const secrets = createSecrets(secretKey);
const studyKey = secrets.createWrappedKey('study', 'study-1');
const folder = mkdtempSync(join(tmpdir(), 'numplus-background-'));
const bank = content.getBank(Math.max(...content.bankVersions));
const everybody = ['--purpose', 'operational', '--reason', 'to follow the activity'];

let storage: Storage;
let tool: ToolProcess;
beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  storage = await openSqliteStorage({ file });
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  const study = { id: 'study-1', organisationId: org, name: 'LINC', sealedKey: studyKey, createdAt: 1 };
  await storage.studies.insert(study);
  for (const id of ['answered', 'silent', 'withdrawn']) await addPerson(id);
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    DATABASE_URL: `sqlite:${file}`,
    SECRET_KEY: secretKey,
  });
}, 180_000);
afterAll(async () => {
  await tool.remove();
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** Each finished an attempt that the worker still takes for research. */
async function addPerson(personId: string): Promise<void> {
  const [person] = drawCohort(bank, { persons: 1, seed: personId, scenarios: ['s02-inbox'] });
  if (person === undefined) throw new Error('nobody was drawn');
  await storeAttempt(storage, bank, person, { attempt: { id: `of-${personId}`, personId } });
  const participant = { organisationId: org, studyId: 'study-1', personId };
  const said = { version: '3.1', language: 'fr', answer: 'given', future: true } as const;
  await addAnswer({ storage, secrets }, participant, said, 10);
  if (personId === 'silent') return;
  const answers = { ...noBackground, ageGroup: '25-34', computerYears: 'under-1' } as const;
  await putBackground({ storage, secrets }, participant, answers, 20);
  // As if the process had died before it removed the answers.
  if (personId === 'withdrawn')
    await addAnswer({ storage, secrets }, participant, { ...said, answer: 'withdrawn' }, 30);
}

const pseudonym = (personId: string): string =>
  secrets.keyedHash(secrets.unwrapKey('study', studyKey, 'study-1'), personId);

async function read(file: string, ...args: readonly string[]): Promise<Record<string, string>[]> {
  const place = join(folder, file);
  expect(await tool.run(...args, '--out', place)).toMatchObject({ code: 0 });
  return readCsv(readFileSync(place, 'utf8'));
}

/** The background columns of each person. */
function aboutEach(rows: readonly Record<string, string>[]): unknown {
  return Object.fromEntries(
    ['answered', 'silent', 'withdrawn'].map((personId) => {
      const row = rows.find(({ person }) => person === pseudonym(personId));
      return [personId, row === undefined ? null : columns.map((name) => row[name])];
    }),
  );
}

const blank = columns.map(() => 'NA');
const answered = ['25-34', 'NA', 'NA', 'under-1'];

describe('background columns', () => {
  it('are absent from a study that never asked', async () => {
    const [row = {}] = await read('before.csv', 'export', 'matrix');
    expect(Object.keys(row).filter((name) => columns.includes(name))).toEqual([]);
    await storage.studyTexts.insert(sampleTexts());
  });

  it.each(['matrix', 'process'])(
    'have what people answered who agree, and NA otherwise: %s',
    async (table) => {
      const rows = await read(`${table}.csv`, 'export', table);
      expect(Object.keys(rows[0] ?? {}).slice(-4)).toEqual(columns);
      expect(aboutEach(rows)).toEqual({ answered, silent: blank, withdrawn: blank });
    },
  );

  it.each(['matrix', 'process'])('are never in a file for following an activity: %s', async (table) => {
    const rows = await read(`all-${table}.csv`, 'export', table, ...everybody);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {}).filter((name) => columns.includes(name))).toEqual([]);
  });

  it('stand beside the pseudonyms of who agreed to future research', async () => {
    const rows = await read('people.csv', 'study', 'participants', '--future');
    expect(aboutEach(rows)).toEqual({ answered, silent: blank, withdrawn: null });
  });

  it('stay after the study stops asking', async () => {
    await storage.studyTexts.insert(sampleTexts({ revision: 2, isClosed: true }));
    const rows = await read('closed.csv', 'export', 'matrix');
    expect(aboutEach(rows)).toMatchObject({ answered });
  });
});
