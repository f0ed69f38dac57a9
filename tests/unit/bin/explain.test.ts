import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explainNpm, explainTakenOption, explainUnwritable } from '../../../bin/explain.js';
import { explainWrongNode } from '../../../bin/node-version.js';

it.each(['18.20.8', '20.18.3'])('asks for a newer Node when it is %s', (version) => {
  expect(explainWrongNode(version)).toContain(`needs Node 20.19 or newer, but this is Node ${version}`);
});

it.each(['24.0.0', '100.0.0'])('asks for Node 22 when it is %s, with which SQLite crashes', (version) => {
  expect(explainWrongNode(version)).toContain(`does not run on Node ${version} yet`);
});

it.each(['20.19.0', '22.1.0', '23.11.0'])('accepts Node %s', (version) => {
  expect(explainWrongNode(version)).toBeUndefined();
});

it('says how to pass an option to the demo when npm consumed it', () => {
  const start = { npm_lifecycle_event: 'start' };
  expect(explainTakenOption({ ...start, npm_config_port: 'true' })).toContain('npm start -- --port 3120');
  expect(explainTakenOption({ ...start, npm_config_lms_port: '3130' })).toContain('npm start -- --lms-port');
  expect(explainTakenOption({ ...start, npm_config_empty: 'true' })).toContain('`npm start -- --empty`');
  expect(explainTakenOption(start)).toBeUndefined();
  expect(explainTakenOption({ npm_lifecycle_event: 'test', npm_config_port: '1' })).toBeUndefined();
});

it('reports a folder that cannot be written, and leaves no file in one that can', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-writable-'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(explainUnwritable(join(file, 'dist'))).toContain(
    `${join(file, 'dist')} cannot be written (ENOTDIR)`,
  );
  expect(explainUnwritable(join(folder, 'dist'))).toBeUndefined();
  expect(readdirSync(join(folder, 'dist'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

it.each([
  ['npm error path …/node_modules/better-sqlite3\nnpm error gyp ERR! find Python', 'install a C++ compiler'],
  [
    'npm error request to https://registry.example.org/zod failed, reason: getaddrinfo ENOTFOUND',
    'check the connection',
  ],
  ["npm error EACCES: permission denied, mkdir '/x'", 'let this account write there'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error something else', 'its lines above say why'],
])('says what to do when npm says %j', (output, advice) => {
  expect(explainNpm(output)).toContain(advice);
});
