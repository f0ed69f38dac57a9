/**
 * Builds FerretDB, the tests’ MongoDB (tests/support/ferretdb). Needs Node and Go alone.
 *
 *   node bin/test-database.js             build it if due and start it once
 *   node bin/test-database.js --indexed   the same with the copy for load (indexed-engine.js)
 *
 * @typedef {'published' | 'indexed'} Kind `published` judges the adapter, `indexed` is for load
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, readStamp } from './build-stamp.js';
import { changeEngine } from './indexed-engine.js';

const source = join('tests', 'support', 'ferretdb');
const startLimitMs = 30_000;

/**
 * @param {string} root
 * @param {Kind} kind
 * @returns {string} the program, even if not built
 */
function testDatabaseProgram(root, kind) {
  const name = process.platform === 'win32' ? 'ferretdb.exe' : 'ferretdb';
  return join(root, 'node_modules', '.cache', kind === 'indexed' ? 'ferretdb-indexed' : 'ferretdb', name);
}

export function hasGo() {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} root
 * @param {Kind} [kind]
 * @returns {boolean} false also if stale
 */
export function isTestDatabaseBuilt(root, kind = 'published') {
  const program = testDatabaseProgram(root, kind);
  return existsSync(program) && readStamp(`${program}.stamp`) === hashSource(root);
}

/**
 * Takes one to two minutes at first. Go's output goes to standard error.
 * @param {string} root
 * @param {Kind} [kind]
 * @returns {boolean} whether it is there now
 */
export function buildTestDatabase(root, kind = 'published') {
  if (isTestDatabaseBuilt(root, kind)) return true;
  const program = testDatabaseProgram(root, kind);
  mkdirSync(dirname(program), { recursive: true });
  // An interrupted build leaves no stamp.
  rmSync(`${program}.stamp`, { force: true });
  // This part is unused and slow to compile.
  const flags = ['-trimpath', '-tags', 'ferretdb_no_postgresql', '-o', program];
  if (kind === 'indexed') {
    const module = changeEngine(join(root, source), dirname(program));
    if (module === undefined) return false;
    flags.push(`-modfile=${module}`);
  }
  const { status } = spawnSync('go', ['build', ...flags, '.'], {
    cwd: join(root, source),
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) return false;
  writeFileSync(`${program}.stamp`, hashSource(root));
  return true;
}

/**
 * The program ends with its standard input, so with this process.
 * @param {string} root
 * @param {string} folder empty
 * @param {Kind} [kind]
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} e.g. `mongodb://127.0.0.1:34641/`
 */
export async function startTestDatabase(root, folder, kind = 'published') {
  const child = spawn(testDatabaseProgram(root, kind), [folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((done) => child.once('close', done));
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const url = await new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('the test database did not start in time')), startLimitMs);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the test database ended with ${code}`)));
    child.stdout.once('data', (line) => {
      clearTimeout(timer);
      done(line.toString().trim());
    });
  });
  return { url, stop };
}

/** @param {string} root */
function hashSource(root) {
  const files = readdirSync(join(root, source)).map((name) => join(root, source, name));
  return hashOf(root, files);
}

async function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  if (!hasGo()) throw new Error('Go 1.24 or newer is needed to build the test database');
  /** @type {Kind} */
  const kind = process.argv.includes('--indexed') ? 'indexed' : 'published';
  if (!buildTestDatabase(root, kind)) throw new Error('the test database could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'numplus-ferretdb-'));
  try {
    const { stop } = await startTestDatabase(root, folder, kind);
    await stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
    process.stdout.write('the test database is built and starts\n');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
