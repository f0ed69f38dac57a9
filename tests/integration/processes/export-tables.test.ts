import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bank } from '../../../scenarios/kit/measurement-types.ts';
import { createSecrets } from '../../../server/base/secrets.ts';
import { backgroundColumns } from '../../../server/research/background-columns.ts';
import { headerOf } from '../../../server/research/columns.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { org } from '../../contract/storage/sample-rows.ts';
import { type CohortPerson, drawCohort, storeAttempt, storeCohort } from '../../support/measured-cohort.ts';
import { findFreePort } from '../../support/ports.ts';
import { readCsv } from '../../support/read-csv.ts';
import { content } from '../../support/s02.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const secretKey = randomBytes(32).toString('hex');
const secrets = createSecrets(secretKey);
const folder = mkdtempSync(join(tmpdir(), 'numplus-tables-'));
const studyKey = secrets.createWrappedKey('study', 'study-1');
const scenarios = ['s02-inbox', 's03-tidy', 's05-parcel'];
/** Enough for a level. */
const sixScenarios = [
  's01-first-login',
  's02-inbox',
  's03-tidy',
  's04-schedule',
  's05-parcel',
  's06-hiring-form',
];
const bank = content.getBank(Math.max(...content.bankVersions));
const stepsInBank = bank.items.reduce((sum, { steps }) => sum + steps.length, 0);
/** The bank of before, about the first worlds. */
const bank1 = content.getBank(1);

let storage: Storage;
let tool: ToolProcess;
let people: readonly CohortPerson[];
/** Each command starts a process: what several tests look at is asked for once. */
let matrix: CommandResult;
let research: CommandResult;
let processTable: CommandResult;
let itemReport: CommandResult;
const out = join(folder, 'matrix.csv');
const items = join(folder, 'items');
const reason = 'to follow the activity';
const everybody = ['--purpose', 'operational', '--reason', reason];

/** A person who did one scene with help open, skipped one and left one. */
function hesitant([one]: readonly CohortPerson[]): CohortPerson {
  if (one === undefined) throw new Error('nobody was drawn');
  const scenes = one.scenes.map((scene, index) => ({
    ...scene,
    how: (['done', 'skipped', 'left'] as const)[index] ?? 'done',
    eased: index === 0,
  }));
  return { ...one, id: 'person-hesitant', scenes };
}

beforeAll(async () => {
  const file = join(folder, 'numplus.db');
  storage = await openSqliteStorage({ file });
  people = drawCohort(bank, { persons: 120, seed: 'tables', scenarios });
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  await storage.studies.insert({
    id: 'study-1',
    organisationId: org,
    name: 'Étude',
    sealedKey: studyKey,
    createdAt: 1,
  });
  await storeCohort(storage, bank, people, { attempt: {} });
  const store = (
    id: string,
    person: CohortPerson,
    more: Parameters<typeof storeAttempt>[3],
    pinned: Bank = bank,
  ): Promise<void> =>
    storeAttempt(storage, pinned, person, {
      progress: more.progress ?? {},
      attempt: { id, personId: id, createdAt: 9_000, ...more.attempt },
    });
  await store('hesitant', hesitant(people), { attempt: {} });
  const [first, second, third] = people;
  if (first === undefined || second === undefined || third === undefined) return;
  const [longest = first] = drawCohort(bank, { persons: 1, seed: 'six', scenarios: sixScenarios });
  await store('refused', longest, { attempt: {}, progress: { research: 'refused' } });
  const [early = first] = drawCohort(bank1, { persons: 1, seed: 'early', scenarios });
  await store('first-worlds', early, { attempt: {} }, bank1);
  const validity = { state: 'invalid', reason: 'technical', at: 9_000, logSeq: 3 } as const;
  await store('aside', first, { attempt: {}, progress: { validity } });
  await store('practice', second, { attempt: { practice: true } });
  const left = third.scenes.map((scene) => ({ ...scene, how: 'left' as const }));
  await store('unanswered', { ...third, scenes: left }, { attempt: {} });
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    DATABASE_URL: `sqlite:${file}`,
    SECRET_KEY: secretKey,
  });
  matrix = await run('matrix', ...everybody);
  processTable = await run('process', ...everybody);
  writeFileSync(`${out}.part`, 'half a table of before');
  research = await run('matrix', '--out', out);
  itemReport = await run('items', '--out', items, ...everybody);
}, 180_000);
afterAll(async () => {
  await tool.remove();
  await storage.close();
  rmSync(folder, { recursive: true });
});

function run(...args: readonly string[]): Promise<CommandResult> {
  return tool.run('export', ...args);
}

/** A command's output beside its table: the last line of standard error, after its log. */
function countsOf({ stderr }: CommandResult): unknown {
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
}

/** A person's points, by column of the matrix. */
function cellsOf({ items: all }: Bank, person: CohortPerson | undefined): Record<string, string> {
  const points = person?.scenes.flatMap((scene) => [...scene.points]) ?? [];
  return Object.fromEntries(
    points.map(([place, earned]) => {
      const item = all[place];
      return [`${item?.scenario.slice(0, 3).toUpperCase()}_${item?.dimension}`, String(earned)];
    }),
  );
}

const pseudonym = (personId: string): string =>
  secrets.keyedHash(secrets.unwrapKey('study', studyKey, 'study-1'), personId);

describe('export matrix', () => {
  it('writes a row for each attempt with its points, except staff and people who answered nothing', () => {
    const { code, stdout } = matrix;
    expect(code).toBe(0);
    const rows = readCsv(stdout);
    expect(rows).toHaveLength(123);
    expect(countsOf(matrix)).toMatchObject({
      rows: 123,
      attempts: { attempts: 125, included: 123, unanswered: 1, withoutConsent: 0, invalid: 1 },
    });
    const [first] = people;
    const row = rows.find(({ person }) => person === pseudonym(first?.id ?? ''));
    expect(row).toMatchObject({
      ...cellsOf(bank, first),
      S01_SEC: 'NA',
      S07_INF: 'NA',
      attempt_number: '1',
      pinned_bank: String(bank.version),
      measure_bank: String(bank.version),
    });
    expect(row).not.toHaveProperty('S16_COM');
  });

  it('shows points of the first worlds only with the bank about them', async () => {
    const early = (made: CommandResult): Record<string, string> | undefined =>
      readCsv(made.stdout).find(({ attempt }) => attempt === 'first-worlds');
    const [person] = drawCohort(bank1, { persons: 1, seed: 'early', scenarios });
    const points = cellsOf(bank1, person);
    expect(Object.keys(points)).toHaveLength(6);
    expect(early(matrix)).toMatchObject({
      ...Object.fromEntries(Object.keys(points).map((name) => [name, 'NA'])),
      S02_missing: 'not-in-form',
      overall_theta: 'NA',
      pinned_bank: '1',
      measure_bank: 'NA',
    });
    expect(early(await run('matrix', '--bank', '1', ...everybody))).toMatchObject({
      ...points,
      S02_missing: 'NA',
      S16_COM: 'NA',
      S16_missing: 'not-in-form',
      measure_bank: '1',
    });
  });

  it('distinguishes skipped scenes from those that were left, and marks eased ones', () => {
    const rows = readCsv(matrix.stdout);
    expect(rows.find(({ attempt }) => attempt === 'hesitant')).toMatchObject({
      S02_how: 'done',
      S02_eased: '1',
      S03_how: 'skipped',
      S03_OUT: '0',
      S03_INF: '0',
      S05_how: 'left',
      S02_missing: 'NA',
      S03_missing: 'omitted',
      S05_missing: 'quit',
      S01_missing: 'not-in-form',
      S05_SEC: 'NA',
      S05_COM: 'NA',
      S01_how: 'NA',
      scenes_done: '1',
      scenes_skipped: '1',
    });
  });

  it('has for each person what the attempt itself stores', async () => {
    const rows = readCsv(matrix.stdout);
    const some = [...rows.slice(0, 9), ...rows.filter(({ attempt }) => attempt === 'refused')];
    expect(some).toHaveLength(10);
    for (const row of some) {
      const { attempt, overall_theta, overall_se, overall_wle, overall_level, score, com_theta, com_wle } =
        row;
      const kept = (await storage.attempts.find(org, attempt ?? ''))?.progress.measure;
      expect(Number(overall_theta)).toBeCloseTo(kept?.overall.theta ?? NaN, 2);
      expect(Number(overall_se)).toBeCloseTo(kept?.overall.se ?? NaN, 2);
      expect(Number(overall_wle)).toBeCloseTo(kept?.overall.wle.theta ?? NaN, 2);
      expect(Number(com_theta)).toBeCloseTo(kept?.dimensions.COM?.theta ?? NaN, 2);
      expect(Number.isFinite(Number(com_wle))).toBe(true);
      // A level and a number take six scenes.
      const told = attempt === 'refused' ? kept?.overall : undefined;
      expect([overall_level, score]).toEqual([String(told?.level ?? 'NA'), String(told?.score ?? 'NA')]);
    }
  });

  it('has no id of a person, only pseudonyms', () => {
    for (const { person, attempt } of readCsv(matrix.stdout)) {
      expect(person).toMatch(/^[0-9a-f]{64}$/);
      expect(attempt).not.toContain(person);
    }
    expect(matrix.stdout).not.toContain('person-0');
  });

  it('makes a file of people who agreed to research, with a manifest, after an interrupted run too', () => {
    expect(research.code).toBe(0);
    expect(existsSync(`${out}.part`)).toBe(false);
    const bytes = readFileSync(out);
    expect(readCsv(bytes.toString()).some(({ attempt }) => attempt === 'refused')).toBe(false);
    expect(JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8'))).toMatchObject({
      study: 'study-1',
      purpose: 'research',
      bank: bank.version,
      rows: 122,
      leftOutUnanswered: 1,
      leftOutWithoutConsent: 1,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('overwrites nothing unless told to', async () => {
    const before = readFileSync(out);
    const { code, stderr } = await run('matrix', '--out', out);
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining('--force')]]);
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it('writes a bank file that describes its item columns in order', () => {
    const beside = JSON.parse(readFileSync(`${out}.bank.json`, 'utf8')) as {
      items: { name: string; max: number; steps: number[] }[];
      q: number[][];
      dimensions: string[];
    };
    expect(beside.items).toHaveLength(bank.items.length);
    const rows = readCsv(readFileSync(out, 'utf8'));
    const header = Object.keys(rows[0] ?? {});
    const places = beside.items.map(({ name }) => header.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    for (const { name, max, steps } of beside.items) {
      expect(steps).toHaveLength(max);
      for (const row of rows) expect(row[name] === 'NA' || Number(row[name]) <= max).toBe(true);
    }
    expect(beside.q.map((line) => line.reduce((sum, cell) => sum + cell, 0))).toEqual(beside.q.map(() => 1));
    expect(beside.q[0]?.length).toBe(beside.dimensions.length);
  });

  it.each([
    ['a bank that is not there', ['matrix', '--bank', '99']],
    ['a folder that is not there', ['matrix', '--out', '/nowhere/at/all/matrix.csv']],
  ])('refuses %s with one line', async (_what, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });

  it('leaves an audit entry with what was exported', async () => {
    const rows = await storage.audit.list(org, { limit: 500 });
    expect(rows).toContainEqual(
      expect.objectContaining({
        action: 'table.exported',
        subject: 'study:study-1',
        details: { table: 'matrix', purpose: 'research', withInvalid: false, attempts: 123, persons: 123 },
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        action: 'table.exported',
        details: expect.objectContaining({ table: 'process', purpose: 'operational', reason }) as unknown,
      }),
    );
  });

  it.each([
    ['everybody without a reason', ['--purpose', 'operational'], '--reason'],
    ['a reason for nobody else', ['--reason', 'why not'], '--purpose operational'],
  ])('refuses %s, and leaves no row', async (_what, args, said) => {
    const before = (await storage.audit.list(org, { limit: 500 })).length;
    const { code, stdout, stderr } = await run('matrix', ...args);
    expect([code, stdout, stderr.trim()]).toEqual([1, '', expect.stringContaining(said)]);
    expect(await storage.audit.list(org, { limit: 500 })).toHaveLength(before);
  });
});

describe('calibrate with an exported matrix', () => {
  it('reads it unchanged: every person, the played items, and no eased scene', async () => {
    const { code, stdout } = await tool.run('calibrate', '--csv', out, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { items: { id: string; persons: number }[] };
    const persons = new Map(report.items.map(({ id, persons: count }) => [id, count]));
    // 120 who played everything; of the hesitant one S02 was eased, S03 skipped, S05 left.
    expect([persons.get('S02_COM'), persons.get('S03_OUT'), persons.get('S05_SEC')]).toEqual([120, 121, 120]);
  });
});

describe('export process', () => {
  it('writes a row for each ended scene with the same pseudonyms', () => {
    const { code, stdout } = processTable;
    const rows = readCsv(stdout);
    expect([code, rows.length]).toEqual([0, 122 * 3 + 6]);
    expect(rows.find(({ person }) => person === pseudonym('person-00002'))).toMatchObject({
      scene: 'S02',
      place: '1',
      scenario: 's02-inbox',
      world_version: '2',
      how: 'done',
      eased: '0',
      active_ms: '60000',
      n_actions: '12',
      input: 'touch',
      zoom: '100',
      first_action_ms: '2000',
      points_possible: '6',
    });
  });
});

describe('export codebook', () => {
  it.each(['fr', 'en'])('explains in %s every column of every table', async (language) => {
    const book = readCsv((await run('codebook', '--language', language)).stdout);
    const [table = '', name = '', meaning = ''] = Object.keys(book[0] ?? {});
    const reportOf = (name: string): string => readFileSync(join(items, `${name}.csv`), 'utf8');
    for (const [which, made] of [
      ['matrix', matrix.stdout],
      ['process', processTable.stdout],
      ...['items', 'dif', 'wright'].map((name) => [name, reportOf(name)] as const),
    ] as const) {
      const header = Object.keys(readCsv(made)[0] ?? {});
      const told = book.filter((row) => row[table] === which);
      // Files for research of a study that asks about people have more.
      const more = which === 'matrix' || which === 'process' ? headerOf(backgroundColumns) : [];
      expect(told.map((row) => row[name])).toEqual([...header, ...more]);
      for (const row of told) expect(row[meaning]).toMatch(/^[^{}]{8,}$/);
    }
    expect(book.filter((row) => row[table] === 'note').length).toBeGreaterThan(5);
  });
});

describe('export items', () => {
  it('writes how each item works as tables and as JSON, and prints a short summary', async () => {
    const { code, stdout } = itemReport;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^12[0-9] persons/);
    expect(stdout).toContain('pilot version');
    const read = (name: string): Record<string, string>[] => readCsv(readFileSync(join(items, name), 'utf8'));
    const rows = read('items.csv');
    expect(rows).toHaveLength(bank.items.length);
    // 120 and those who refused research; the hesitant one's scenes were eased or left, and one was skipped.
    expect(rows.find(({ item }) => item === 'S02_COM')).toMatchObject({
      persons: '121',
      misfit: 'NA',
      max: '4',
    });
    expect(rows.find(({ item }) => item === 'S03_OUT')).toMatchObject({ persons: '122', skipped: '1' });
    expect(rows.find(({ item }) => item === 'S07_INF')).toMatchObject({ persons: '0', infit: 'NA' });
    // A spreadsheet would take steps in one cell for a formula.
    expect(rows.find(({ item }) => item === 'S02_COM')).toMatchObject({
      step_1: '-1.8',
      step_2: '-0.8',
      step_3: '0.3',
      step_4: '0.6',
    });
    expect(rows.find(({ item }) => item === 'S02_OUT')).toMatchObject({ step_2: '-0.3', step_3: 'NA' });
    expect(readFileSync(join(items, 'items.csv'), 'utf8')).not.toContain("'");
    expect(read('dif.csv')).toHaveLength(bank.items.length * 3);
    expect(
      read('dif.csv').find(({ comparison, item }) => comparison === 'language' && item === 'S02_COM'),
    ).toMatchObject({
      n_needed: '200',
      // All that anybody played: the six scenes of one person.
      matching_items: '12',
      class: 'NA',
    });
    expect(read('wright.csv').filter(({ kind }) => kind === 'step')).toHaveLength(stepsInBank);
    expect(JSON.parse(readFileSync(join(items, 'report.json'), 'utf8'))).toMatchObject({
      persons: 122,
      isPilot: true,
    });
    expect((await run('items', '--out', items)).stderr).toContain('not empty');
  });
});
