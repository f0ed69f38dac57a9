import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { areInstalled, packageCounter } from '../../../bin/packages.js';

const lock = {
  '': {},
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/other-system': { version: '1.0.0', optional: true },
  'node_modules/vitest': { version: '4.1.0', dev: true },
};
const zod = { 'node_modules/zod': { version: '4.0.0' } };
const vitest = { 'node_modules/vitest': { version: '4.1.0' } };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'numplus-packages-'));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function addPackage(folder: string): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'package.json'), '{}');
}

/** What npm writes at the end of an install. */
function finishInstall(packages: Readonly<Record<string, { version: string }>>): void {
  Object.keys(packages).forEach(addPackage);
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

it('an install without test packages is complete for running, not for tests', () => {
  finishInstall(zod);
  expect([areInstalled(root, false), areInstalled(root, true)]).toEqual([true, false]);
  finishInstall({ ...zod, ...vitest });
  expect([areInstalled(root, false), areInstalled(root, true)]).toEqual([true, true]);
});

it('an install is incomplete when it was cut off, a version differs or a folder is missing', () => {
  addPackage('node_modules/zod');
  expect(areInstalled(root, false)).toBe(false);
  finishInstall({ 'node_modules/zod': { version: '3.9.9' } });
  expect(areInstalled(root, false)).toBe(false);
  finishInstall(zod);
  rmSync(join(root, 'node_modules', 'zod'), { recursive: true });
  expect(areInstalled(root, false)).toBe(false);
});

it('the counter counts the installed packages, without those for other systems', () => {
  const count = packageCounter(root, true);
  expect(count()).toEqual({ present: 0, wanted: 2 });
  addPackage('node_modules/zod');
  expect(count()).toEqual({ present: 1, wanted: 2 });
});
