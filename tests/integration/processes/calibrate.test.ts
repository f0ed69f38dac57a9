import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BankFile } from '../../../scenarios/measurement/bank-schema.ts';
import { missing } from '../../../scenarios/psychometrics/calibrate-types.ts';
import { itemName } from '../../../scenarios/psychometrics/item-name.ts';
import { createRandom } from '../../../scenarios/measurement/random.ts';
import type { StoredEntry } from '../../../server/storage/ports/attempts.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { createAttempt, sampleEntry, sampleProgress } from '../../contract/storage/sample-attempts.ts';
import { org } from '../../contract/storage/sample-rows.ts';
import { drawAnswers } from '../../support/measurement/drawn-answers.ts';
import { findFreePort } from '../../support/ports.ts';
import { content } from '../../support/s02.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-calibrate-'));
const databaseFile = join(folder, 'numplus.db');
const bank = content.getBank(Math.max(...content.bankVersions));
const items = bank.items
  .filter(({ scenario }) => ['s02-inbox', 's03-tidy', 's05-parcel'].includes(scenario))
  .map((item) => ({ ...item, id: itemName(item) }));
const { matrix } = drawAnswers(items, 240, createRandom('command'));

let tool: ToolProcess;

beforeAll(async () => {
  await fillDatabase();
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: `sqlite:${databaseFile}` });
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]): Promise<CommandResult> => tool.run('calibrate', ...args);

function writeTable(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const row = (person: number): readonly number[] => [
  ...matrix.points.subarray(person * items.length, (person + 1) * items.length),
];

const wholeTable = (): string =>
  [
    ['person', ...items.map(({ id }) => id)].join(),
    ...Array.from({ length: matrix.persons }, (_, person) => [`p${person}`, ...row(person)].join()),
  ].join('\n');

/** The end of each of the three scenes, as the server logs it; without `worlds`, of the first world. */
function sceneEnds(
  person: number,
  easedScenario: string | null,
  worlds: Readonly<Record<string, number>>,
): StoredEntry[] {
  const scenarios = [...new Set(items.map(({ scenario }) => scenario))];
  return scenarios.map((scenario, place) => {
    const logSeq = place + 1;
    const { entry } = sampleEntry(logSeq);
    const { epoch, at, receivedAt } = entry;
    const found = items.flatMap(({ dimension, steps, ...item }, column) =>
      item.scenario === scenario
        ? [
            {
              item: `i${column}`,
              dimension,
              points: row(person)[column] ?? missing,
              max: steps.length,
              skipped: false,
            },
          ]
        : [],
    );
    const scene = {
      sceneId: String(logSeq),
      scenario,
      worldVersion: worlds[scenario] ?? 1,
      scoringVersion: 1,
      ...(scenario === easedScenario ? { eased: true } : {}),
    };
    return {
      logSeq,
      sealed: null,
      entry: {
        logSeq,
        epoch,
        at,
        receivedAt,
        kind: 'scene-ended',
        scene,
        how: 'done',
        activeMs: 5,
        result: { rules: [], items: found, misconceptions: [] },
      },
    };
  });
}

/**
 * 200 who agreed, ten of them with an eased S02; a second attempt, one set aside, one held, one who refused, one who
 * played the first worlds, and a preview of staff.
 */
async function fillDatabase(): Promise<void> {
  const storage = await openSqliteStorage({ file: databaseFile });
  await storage.organisations.insert({ id: org, name: 'Nord', timeZone: 'America/Montreal', createdAt: 1 });
  await storage.studies.insert({
    id: 'study-1',
    organisationId: org,
    name: 'Pilote',
    sealedKey: 'sealed',
    createdAt: 1,
  });
  const add = async (
    person: number,
    change: Parameters<typeof sampleProgress>[1] = {},
    attempt: Parameters<typeof createAttempt>[1] = {},
    worlds = bank.worlds,
  ): Promise<void> => {
    const number = attempt.number ?? 1;
    const id = `attempt-${person}-${number}`;
    await createAttempt(storage, { id, personId: `person-${person}`, createdAt: person, ...attempt }, 3, {
      entries: sceneEnds(person, person < 10 ? 's02-inbox' : null, worlds),
      progress: sampleProgress(3, { research: 'given', ...change }),
      statements: [],
    });
  };
  for (let person = 0; person < 200; person += 1) await add(person);
  await add(50, {}, { number: 2, createdAt: 500 });
  await add(200, { research: 'refused' });
  await add(201, { validity: { state: 'invalid', reason: 'other', at: 1, logSeq: 3 } });
  await add(202, {}, { practice: true });
  await add(203, { heldFor: ['machine-fast'] });
  await add(204, {}, {}, {});
  await storage.close();
}

interface Report {
  readonly items: readonly { readonly id: string; readonly persons: number }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly written: string | null;
  readonly convergence: { readonly isConverged: boolean };
}

const read = ({ stdout }: CommandResult): Report => JSON.parse(stdout) as Report;

describe('calibrate', () => {
  it('reads first attempts of people who agreed, without eased scenes, and writes nothing unless asked', async () => {
    const result = await run('--json');
    expect(result.stderr).toContain('iteration 1: log-likelihood -');
    const { items: found, counts, written, convergence } = read(result);
    expect(found.map(({ id, persons }) => [id, persons])).toEqual(
      items.map(({ id }) => [id, id.startsWith('S02') ? 190 : 200]),
    );
    expect(counts).toEqual({
      attempts: 205,
      included: 200,
      withoutConsent: 1,
      invalid: 1,
      held: 1,
      later: 1,
      unanswered: 1,
      easedScenes: 10,
    });
    expect([result.code, written, convergence.isConverged]).toEqual([0, null, true]);
    const everybody = ['--purpose', 'operational', '--reason', 'a test'];
    expect(read(await run('--json', ...everybody)).counts).toMatchObject({
      included: 201,
      withoutConsent: 0,
      invalid: 1,
    });
  });

  it('writes a bank from a table, says that nobody uses it yet, and never overwrites one', async () => {
    const csv = writeTable('whole.csv', wholeTable());
    const out = join(folder, 'v7.yaml');
    const written = await run('--csv', csv, '--anchor', 'S02', '--out', out);
    expect(written.code).toBe(0);
    expect(written.stdout).toContain('240 rows, 6 items');
    expect(written.stdout).toContain('Nothing uses this bank.');
    const made = BankFile.parse(parse(readFileSync(out, 'utf8')));
    expect([made.version, made.items.length, made.worlds]).toEqual([7, bank.items.length, bank.worlds]);
    expect(made.items.filter(({ provenance }) => provenance === 'calibrated')).toHaveLength(4);
    const before = readFileSync(out, 'utf8');
    const again = await run('--csv', csv, '--out', out);
    expect([again.code, again.stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(readFileSync(out, 'utf8')).toBe(before);
  });

  it('says whether it was a dry run or wrote a bank', async () => {
    const { code, stdout } = await run('--csv', writeTable('dry.csv', wholeTable()), '--model', 'gpcm');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing was written');
    expect(stdout).toContain('generalized partial credit');
  });

  it.each<[string, string, string]>([
    ['ragged', 'q1,q2\n1,0\n1\n', 'Line 3 has 1 cell where the table has 2 columns.'],
    ['letters', 'q1,q2\n1,b\n', 'Line 2, column “q2”: “b” is not a whole number of points'],
    ['empty', '', 'The table holds no answers'],
    ['the same person twice', 'id,q1,q2\na,1,0\na,0,1\n', 'the person “a” already appears in line 2'],
    ['of three persons', 'q1,q2\n1,0\n0,1\n1,1\n', 'Answers from 3 persons are not enough'],
    ['with a constant item', `q1,q2,q3\n${'1,0,1\n0,1,1\n'.repeat(20)}`, 'Everyone earned 1 point on q3'],
  ])('refuses a table that is %s with one clear sentence, and writes no bank', async (what, text, said) => {
    const out = join(folder, `${what.replaceAll(' ', '-')}.yaml`);
    const { code, stdout, stderr } = await run('--csv', writeTable('bad.csv', text), '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(said);
    expect(stderr).toContain('No bank was written.');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(out)).toBe(false);
  });
});
