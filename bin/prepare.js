/**
 * Makes a fresh clone ready: installs and builds what is missing or stale, with visible progress, and does
 * nothing where all is in place. Uses Node alone, since nothing else may be there yet.
 *
 *   node bin/prepare.js           install and build, for `npm start`
 *   node bin/prepare.js --tests   the same, and the server that the tests use as a MongoDB, where there is Go
 *   node bin/prepare.js --build   build even where nothing changed
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, isBuilt, readStamp, stampBuild } from './build-stamp.js';
import { buildTestDatabase, hasGo, isTestDatabaseBuilt } from './test-database.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`NUM+ needs Node 20.19 or newer; this is ${process.version}.`);
}

const wants = new Set(process.argv.slice(2));
install();
build(wants.has('--build'));
if (wants.has('--tests')) prepareTestDatabase();

function install() {
  const wanted = hashOf(root, [join(root, 'package-lock.json')]);
  const stamp = join(root, 'node_modules', '.numplus-installed');
  const complete = existsSync(join(root, 'node_modules', 'vite', 'package.json'));
  if (complete && readStamp(stamp) === wanted) return;
  step('Installing packages (the first time takes a minute or two)');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

function build(always) {
  if (!always && isBuilt(root)) return;
  const bin = (name) => join(root, 'node_modules', '.bin', name);
  step('Building the server');
  run(bin('tsc'), ['-p', 'tsconfig.build.json']);
  step('Building the client');
  run(bin('vite'), ['build', 'client', '--logLevel', 'warn']);
  stampBuild(root);
}

/** Tests that lack it say so; only .ci/run ends badly. */
function prepareTestDatabase() {
  const isNeeded = process.env.MONGODB_TEST_URL === undefined && !isTestDatabaseBuilt(root);
  if (!isNeeded || !hasGo()) return;
  step('Building the test database (the first time takes a minute or two)');
  buildTestDatabase(root);
}

function step(text) {
  process.stderr.write(`→ ${text}…\n`);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Windows finds npm and the tools only through their .cmd files.
    shell: process.platform === 'win32',
  });
  if (error !== undefined) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args[0]} ended with code ${status}. The lines above say why.`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
