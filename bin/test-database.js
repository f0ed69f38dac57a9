/**
 * Builds the server that the tests use as a MongoDB: FerretDB, of which tests/support/ferretdb is a small main. It is
 * a tool of development and no part of the product. Uses Node and Go alone.
 *
 *   node bin/test-database.js   build it where that is due, start it once, and end badly where either fails
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, readStamp } from './build-stamp.js';

const source = join('tests', 'support', 'ferretdb');
const startLimitMs = 30_000;

const engine = 'github.com/FerretDB/FerretDB';
/** What of FerretDB's SQLite side is built otherwise: documents are found by indexes (where.go.txt). */
const changes = [
  {
    file: ['metadata', 'metadata.go'],
    from: `IDColumn = DefaultColumn + "->'$._id'"`,
    to: `IDColumn = DefaultColumn + "->'_id'"`,
  },
  {
    file: ['collection.go'],
    from: /\tvar whereClause string\n[^]*?\n\tq \+= whereClause\n/,
    to: '\twhereClause, args := whereOf(params.Filter)\n\tq += whereClause\n',
  },
];

/**
 * @param {string} root folder of the project
 * @returns {string} the program, whether it is there or not
 */
export function testDatabaseProgram(root) {
  const name = process.platform === 'win32' ? 'ferretdb.exe' : 'ferretdb';
  return join(root, 'node_modules', '.cache', 'ferretdb', name);
}

/** @returns {boolean} whether this machine can build it */
export function hasGo() {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} root folder of the project
 * @returns {boolean} whether it is built of the sources that are there
 */
export function isTestDatabaseBuilt(root) {
  const program = testDatabaseProgram(root);
  return existsSync(program) && readStamp(`${program}.stamp`) === hashSource(root);
}

/**
 * Builds where it is due; the first time takes a minute or two. What Go says goes to standard error.
 * @param {string} root folder of the project
 * @returns {boolean} whether it is there now
 */
export function buildTestDatabase(root) {
  if (isTestDatabaseBuilt(root)) return true;
  const program = testDatabaseProgram(root);
  mkdirSync(dirname(program), { recursive: true });
  // A build that is cut off leaves no stamp.
  rmSync(`${program}.stamp`, { force: true });
  const module = changeEngine(root, dirname(program));
  if (module === undefined) return false;
  // Its PostgreSQL side is not used, and takes long to compile.
  const flags = ['-trimpath', `-modfile=${module}`, '-tags', 'ferretdb_no_postgresql', '-o', program];
  const { status } = spawnSync('go', ['build', ...flags, '.'], {
    cwd: join(root, source),
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) return false;
  writeFileSync(`${program}.stamp`, hashSource(root));
  return true;
}

/**
 * Copies FerretDB and changes the copy.
 * @param {string} root folder of the project
 * @param {string} folder where the copy goes
 * @returns {string | undefined} the go.mod to build with; undefined where FerretDB could not be had
 */
function changeEngine(root, folder) {
  const cwd = join(root, source);
  const asked = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] };
  // Also gets it where it is not there yet.
  const { status, stdout } = spawnSync('go', ['mod', 'download', '-json', engine], asked);
  if (status !== 0) return undefined;
  const original = JSON.parse(stdout).Dir;
  const copy = join(folder, 'engine');
  rmSync(copy, { recursive: true, force: true });
  // Not by cpSync: Go keeps its files read-only, and the copy's would be so too.
  for (const file of readdirSync(original, { recursive: true })) {
    if (!statSync(join(original, file)).isFile()) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), readFileSync(join(original, file)));
  }
  const own = join(copy, 'internal', 'backends', 'sqlite');
  writeFileSync(join(own, 'where.go'), readFileSync(join(cwd, 'where.go.txt')));
  for (const { file, from, to } of changes) {
    const before = readFileSync(join(own, ...file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file.join('/')} of FerretDB is not the one that is known here`);
    writeFileSync(join(own, ...file), after);
  }
  const module = join(folder, 'go.mod');
  const known = readFileSync(join(cwd, 'go.mod'), 'utf8');
  writeFileSync(module, `${known}\nreplace ${engine} => ${JSON.stringify(copy)}\n`);
  writeFileSync(join(folder, 'go.sum'), readFileSync(join(cwd, 'go.sum')));
  return module;
}

/**
 * Starts the program over a folder. It ends by itself when its standard input does, thus with this process.
 * @param {string} root folder of the project
 * @param {string} folder an empty one, for its files
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, e.g. `mongodb://127.0.0.1:34641/`
 */
export async function startTestDatabase(root, folder) {
  const child = spawn(testDatabaseProgram(root), [folder], { stdio: ['pipe', 'pipe', 'inherit'] });
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
  if (!buildTestDatabase(root)) throw new Error('the test database could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'numplus-ferretdb-'));
  try {
    const { stop } = await startTestDatabase(root, folder);
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
