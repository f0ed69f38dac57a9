/**
 * Makes a fresh clone ready. Uses Node alone: nothing else may be installed yet.
 *
 *   node bin/prepare.js           install for `npm start`, and build
 *   node bin/prepare.js --tests   install and build everything, the test database only with Go
 *   node bin/prepare.js --build   build even if nothing changed
 */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt, readStamp, stampBuild } from './build-stamp.js';
import { explainNpm, explainTakenOption, explainUnwritable } from './explain.js';
import { explainWrongNode } from './node-version.js';
import { areInstalled, packageCounter } from './packages.js';
import { beginStep } from './progress.js';
import { writeSbom } from './sbom.js';
import { hasGo, isTestDatabaseBuilt } from './test-database.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const screen = {
  write: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  columns: process.stderr.columns,
};
const npmFlags = ['--no-audit', '--no-fund', '--loglevel=error'];
const shownLines = 30;
const wants = new Set(process.argv.slice(2));

failIf(explainWrongNode(process.versions.node));
failIf(explainTakenOption(process.env));
await install(wants.has('--tests'));
await fitSqlite();
await build(wants.has('--build'));
if (wants.has('--tests')) await prepareTestDatabase();

async function install(withTests) {
  if (areInstalled(root, withTests)) return;
  failIf(explainUnwritable(join(root, 'node_modules')));
  // `npm ci` starts over and compiles SQLite again; `npm install` only adds.
  const isAddition = areInstalled(root, false);
  const isWhole = withTests || existsSync(join(root, 'node_modules', 'vitest'));
  const command = isAddition ? ['install', '--no-save'] : ['ci'];
  const count = packageCounter(root, isWhole);
  const detail = () => {
    const { present, wanted } = count();
    return present < wanted ? `${present} of ${wanted}` : 'SQLite is downloaded or compiled';
  };
  const name = isAddition ? 'Installing packages for tests' : 'Installing packages';
  await npm(name, [...command, isWhole ? '--include=dev' : '--omit=dev'], detail);
}

/** Builds SQLite again for another Node: it is compiled for one Node ABI. */
async function fitSqlite() {
  const stamp = join(root, 'node_modules', '.numplus-sqlite');
  if (readStamp(stamp) === process.versions.modules) return;
  const probe = "new (require('better-sqlite3'))(':memory:')";
  const { status } = await run(process.execPath, ['-e', probe]);
  if (status !== 0) await npm('Building SQLite for this version of Node', ['rebuild', 'better-sqlite3']);
  writeFileSync(stamp, process.versions.modules);
}

async function build(always) {
  if (!always && isBuilt(root)) return;
  failIf(explainUnwritable(join(root, 'dist')));
  const bin = (name) => join(root, 'node_modules', '.bin', name);
  // `npm run types` checks types; the build is several times faster without.
  await showRuns('Building', [
    { part: 'server', command: bin('tsc'), args: ['-p', 'tsconfig.build.json', '--noCheck'] },
    { part: 'client', command: bin('vite'), args: ['build', 'client', '--logLevel', 'warn'] },
    {
      part: 'preview',
      command: bin('vite'),
      args: ['build', 'client', '--config', join('client', 'vite.preview.config.ts'), '--logLevel', 'warn'],
    },
  ]);
  await showRuns('Reading the content', [
    { part: 'values', command: process.execPath, args: [join('bin', 'content-values.js')] },
  ]);
  // Only a list for security readers: without it everything works.
  if (!writeSbom(root))
    process.stderr.write('dist/sbom.cdx.json was not written: `node bin/sbom.js` says why.\n');
  stampBuild(root);
}

/** A failure is not fatal: only .ci/run fails without the test database. */
async function prepareTestDatabase() {
  const isNeeded = process.env.MONGODB_TEST_URL === undefined && !isTestDatabaseBuilt(root);
  if (!isNeeded || !hasGo()) return;
  const name = 'Building the test database';
  const { status, output } = await showRun(name, process.execPath, [join('bin', 'test-database.js')]);
  if (status !== 0) process.stderr.write(output);
}

async function npm(name, args, detail) {
  const { status, output } = await showRun(name, 'npm', [...args, ...npmFlags], detail);
  if (status !== 0) fail(output, explainNpm(output));
}

/** Runs commands in parallel and names the running ones. */
async function showRuns(name, commands) {
  const left = new Set(commands.map(({ part }) => part));
  const shown = beginStep(screen, name, () => performance.now());
  const timer = setInterval(() => shown.report([...left].join(' and ')), 1_000);
  const ended = await Promise.all(
    commands.map(async ({ part, command, args }) => {
      const one = await run(command, args);
      left.delete(part);
      return one;
    }),
  );
  clearInterval(timer);
  const isDone = ended.every(({ status }) => status === 0);
  shown.end(isDone);
  const output = ended.map((one) => one.output).join('');
  if (!isDone) fail(output, `${name} failed; the lines above say why.`);
  process.stderr.write(output);
}

async function showRun(name, command, args, detail = () => '') {
  const shown = beginStep(screen, name, () => performance.now());
  const timer = setInterval(() => shown.report(detail()), 1_000);
  const ended = await run(command, args);
  clearInterval(timer);
  shown.end(ended.status === 0);
  return ended;
}

/** @returns {Promise<{ status: number | null, output: string }>} `status` is null if a signal ended it */
function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm and the tools are .cmd files.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ status: 1, output: `${command}: ${error.message}\n` }));
    child.once('close', (status) => done({ status, output }));
  });
}

function fail(output, text) {
  process.stderr.write(`${output.trimEnd().split('\n').slice(-shownLines).join('\n')}\n\n${text}\n`);
  process.exit(1);
}

function failIf(refusal) {
  if (refusal === undefined) return;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
