/** Where a new bank may be written: refused at once in a sentence, never over another, and never partly. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BankFile } from '../../../../scenarios/measurement/bank-schema.ts';
import { checkPlace, versionOf, writeNewBank } from '../../../../server/cli/calibrate-bank.ts';
import { content, contentDirectory } from '../../../support/s02.ts';

/** A user whom no folder of these tests belongs to. */
const nobody = 65_534;

let folder: string;
let closed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-place-'));
  // Others may pass through.
  chmodSync(folder, 0o755);
  closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o555);
});
afterAll(() => {
  chmodSync(closed, 0o755);
  rmSync(folder, { recursive: true });
});

/** Root may write into a closed folder, so this runs as a user who may not. */
function withoutRights(work: () => void): void {
  const own = process.geteuid?.();
  if (own !== 0) {
    work();
    return;
  }
  process.seteuid?.(nobody);
  try {
    work();
  } finally {
    process.seteuid?.(own);
  }
}

function newBank(): Parameters<typeof writeNewBank>[1] {
  const file = BankFile.parse(parse(readFileSync(join(contentDirectory, 'banks/v1.yaml'), 'utf8')));
  return { file: { ...file, version: 9 }, calibrated: ['S02_COM'], joined: [], unchanged: [] };
}

it('checkPlace refuses a folder without write permission before the calculation, and leaves no file', () => {
  withoutRights(() => {
    expect(() => {
      checkPlace(join(closed, 'v9.yaml'));
    }).toThrow(`You have no right to write into ${closed}. No bank was written.`);
  });
  expect(readdirSync(closed)).toEqual([]);
});

it('checkPlace accepts a folder with write permission, and leaves no file', () => {
  const open = join(folder, 'open');
  mkdirSync(open);
  checkPlace(join(open, 'v9.yaml'));
  expect(readdirSync(open)).toEqual([]);
});

it('writeNewBank reports the reason when write permission is lost during the calculation', () => {
  const out = join(closed, 'v9.yaml');
  withoutRights(() => {
    expect(() => writeNewBank(out, newBank())).toThrow(
      `You have no right to write into ${out}. No bank was written.`,
    );
  });
  expect(readdirSync(closed)).toEqual([]);
});

it('writeNewBank leaves a bank unchanged that was written there meanwhile', () => {
  const out = join(folder, 'v9.yaml');
  writeFileSync(out, 'somebody else’s');
  expect(() => writeNewBank(out, newBank())).toThrow(`${out} already exists; a bank version never changes.`);
  expect(readFileSync(out, 'utf8')).toBe('somebody else’s');
});

it.each(['v1.yaml', 'v0.yaml', '/elsewhere/v1.yaml'])(
  'versionOf refuses a version that already exists: %s',
  (out) => {
    expect(() => versionOf(out, content)).toThrow('already exists; a bank version never changes.');
  },
);

it('versionOf uses the number in the file’s name, or else the one after the newest', () => {
  expect([
    versionOf('v7.yaml', content),
    versionOf('pilot.yaml', content),
    versionOf(undefined, content),
  ]).toEqual([7, 5, 5]);
});
