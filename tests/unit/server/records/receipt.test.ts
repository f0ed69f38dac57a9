import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../../server/research/read-lines.ts';
import { createReceipt, readReceipt } from '../../../../server/records/receipt.ts';
import { receiptFile } from '../../../../server/research/receipt-file.ts';
import { listReceiptKeys } from '../../../../server/records/sign-receipt.ts';
import { type Verification, verifyReceipts } from '../../../../server/research/verify-receipts.ts';
import { createSecrets } from '../../../../server/base/secrets.ts';
import { org } from '../../../contract/storage/sample-rows.ts';
import { verbs } from '../../../../xapi/vocabulary.ts';
import { asNew } from '../../../contract/storage/sample-attempts.ts';
import { createResearchWorld, type ResearchWorld } from '../../../support/research-world.ts';

const secretKey = randomBytes(32);
const secrets = createSecrets(secretKey);
const keys = listReceiptKeys(secrets);
let world: ResearchWorld;
/** Receipts of `elsewhere` (6 statements) and `last` (4). */
let receipts: string[];

beforeAll(async () => {
  world = await createResearchWorld();
  receipts = [await sign('elsewhere', 3), await sign('last', 2)];
});
afterAll(() => world.close());

function sign(attempt: string, lastSeq: number, by = secrets): Promise<string> {
  const end = {
    attempt,
    status: 'finished',
    endedAt: '2026-11-24T15:01:00.000Z',
    build: 'b',
    lastSeq,
  } as const;
  return createReceipt({ attempts: world.storage.attempts, secrets: by }, org, end, []);
}

async function verify(
  text: string | Buffer,
  options: Partial<{ receipts: string[]; keys: typeof keys }> = {},
): Promise<Verification> {
  const file = join(world.folder, 'verified.jsonl');
  writeFileSync(file, text);
  return verifyReceipts(readLines(file), options.receipts ?? receipts, options.keys ?? keys);
}

const verdicts = ({ attempts }: Verification): Record<string, string> =>
  Object.fromEntries(attempts.map(({ attempt, verdict }) => [attempt, verdict]));

describe('a receipt', () => {
  it('has the number of statements of each tier, and the last log entry', () => {
    expect(readReceipt(receipts[0] ?? '', keys)).toMatchObject({
      attempt: 'elsewhere',
      lastSeq: 3,
      statements: 6,
      tiers: { 1: 6, 2: 0, 3: 0 },
    });
  });

  it('is the same whether its last statements are stored or about to be', async () => {
    const rows = await world.storage.attempts.listStatements(org, 'elsewhere', { fromSeq: 1, limit: 99 });
    const end = {
      ...({ attempt: 'elsewhere', status: 'finished', endedAt: '2026-11-24T15:01:00.000Z' } as const),
      build: 'b',
      lastSeq: 3,
    };
    const attempts = { listStatements: () => Promise.resolve(rows.slice(0, 4)) };
    expect(await createReceipt({ attempts, secrets }, org, end, rows.slice(4).map(asNew))).toBe(receipts[0]);
  });

  it('is valid for an export with exactly its statements', async () => {
    expect(await verify(world.text('elsewhere', 'last'))).toEqual({
      attempts: [
        { attempt: 'elsewhere', verdict: 'intact', found: 6, expected: 6, later: 0 },
        { attempt: 'last', verdict: 'intact', found: 4, expected: 4, later: 0 },
      ],
      unsigned: 0,
      unreadable: 0,
      isIntact: true,
    });
  });

  it('covers an attempt of 800 statements, read in pages', async () => {
    const long = await sign('given', 400);
    expect(await verify(world.text('given'), { receipts: [long] })).toMatchObject({ isIntact: true });
  });

  it('is invalid if any byte of the statements changed', async () => {
    const bytes = Buffer.from(world.text('last'));
    const own = receipts.slice(1);
    expect((await verify(bytes, { receipts: own })).isIntact).toBe(true);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 + (at % 7));
      expect([at, (await verify(changed, { receipts: own })).isIntact]).toEqual([at, false]);
    }
  });

  it('is invalid if any byte of receipts or keys changed', async () => {
    const text = Buffer.from(JSON.stringify({ receipts, keys }));
    const file = join(world.folder, 'statements.jsonl');
    writeFileSync(file, world.text('elsewhere', 'last'));
    for (let at = 0; at < text.length; at += 1) {
      const changed = Buffer.from(text);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, await holds(changed.toString(), file)]).toEqual([at, false]);
    }
    expect(await holds(text.toString(), file)).toBe(true);
  });

  it.each([
    ['a line is missing', (lines: string[]) => lines.slice(0, -1), { last: 'incomplete' }],
    ['a line is there twice', (lines: string[]) => [...lines, lines.at(-1) ?? ''], { last: 'surplus' }],
    ['two lines changed places', (lines: string[]) => swap(lines), { elsewhere: 'changed' }],
    ['an attempt is missing', (lines: string[]) => lines.slice(6), { elsewhere: 'incomplete' }],
  ])('reveals that %s', async (_what, change, expected) => {
    const found = await verify(change(world.text('elsewhere', 'last').split(/(?<=\n)/)).join(''));
    expect([found.isIntact, verdicts(found)]).toEqual([false, expect.objectContaining(expected)]);
  });

  it('is not expected of an attempt that has not ended, or that staff opened again', async () => {
    const all = await verify(world.text('given', 'elsewhere', 'last'));
    expect([all.isIntact, verdicts(all)]).toEqual([true, expect.objectContaining({ given: 'open' })]);
    const reopened = await verify(
      world.text('given', 'elsewhere', 'last') + told('terminated') + told('reopened'),
    );
    expect([reopened.isIntact, verdicts(reopened)]).toEqual([
      true,
      expect.objectContaining({ given: 'open' }),
    ]);
  });

  it('is reported as missing for an attempt that has ended without one', async () => {
    for (const end of ['terminated', 'abandoned'] as const) {
      const all = await verify(world.text('given', 'elsewhere', 'last') + told(end));
      expect([all.isIntact, verdicts(all)]).toEqual([
        false,
        expect.objectContaining({ given: 'no-receipt' }),
      ]);
    }
  });

  it('counts statements made after its end', async () => {
    const early = await sign('elsewhere', 2);
    const { attempts } = await verify(world.text('elsewhere'), { receipts: [early] });
    expect(attempts[0]).toMatchObject({ later: 2 });
  });

  it('is valid after the secret key was changed, as long as the old one is known', async () => {
    const next = createSecrets(randomBytes(32), secretKey);
    const published = listReceiptKeys(next);
    expect(published).toHaveLength(2);
    const text = world.text('elsewhere', 'last');
    expect((await verify(text, { keys: published })).isIntact).toBe(true);
    const both = [await sign('elsewhere', 3, next), receipts[1] ?? ''];
    expect((await verify(text, { receipts: both, keys: published })).isIntact).toBe(true);
  });

  it('is ignored if somebody else’s key signed it', async () => {
    const stranger = createSecrets(randomBytes(32));
    const forged = [await sign('elsewhere', 3, stranger)];
    expect(await verify(world.text('elsewhere'), { receipts: forged })).toMatchObject({
      unsigned: 1,
      isIntact: false,
    });
    const [key] = keys;
    if (key === undefined) return;
    // A key that only has the trusted key's id.
    const posing = listReceiptKeys(stranger).map((one) => ({ ...one, kid: key.kid }));
    expect((await verify(world.text('elsewhere'), { receipts: forged, keys: posing })).isIntact).toBe(false);
  });

  it('does not accept an empty file as complete', async () => {
    expect((await verify('', { receipts: [] })).isIntact).toBe(false);
  });

  it('reveals nothing of the secret key in the published keys', () => {
    expect(JSON.stringify(keys)).not.toMatch(/"d"/);
    expect(keys.map(({ kid }) => kid.length)).toEqual([43]);
    expect(readFileSync(join(world.folder, 'numplus.db')).includes(secretKey)).toBe(false);
  });
});

/** The last statement of `given` with another verb. */
function told(verb: 'terminated' | 'abandoned' | 'reopened'): string {
  const last = JSON.parse(world.text('given').trimEnd().split('\n').at(-1) ?? '') as object;
  return `${JSON.stringify({ ...last, verb: verbs[verb] })}\n`;
}

function swap([first = '', second = '', ...rest]: readonly string[]): string[] {
  return [second, first, ...rest];
}

/** As `receipt verify` reads them; text that is no receipt file does not hold. */
async function holds(text: string, file: string): Promise<boolean> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return false;
  }
  const read = receiptFile.safeParse(content);
  return read.success && (await verifyReceipts(readLines(file), read.data.receipts, read.data.keys)).isIntact;
}
