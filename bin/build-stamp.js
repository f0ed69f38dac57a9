/** Uses Node alone: nothing else may be installed yet. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sources = ['scenarios', 'xapi', 'lti', 'server', 'sandbox', 'client'];
const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/**
 * @param {string} root
 * @returns {boolean}
 */
export function isBuilt(root) {
  return readStamp(stampIn(root)) === hashSources(root);
}

/** @param {string} root */
export function stampBuild(root) {
  mkdirSync(dirname(stampIn(root)), { recursive: true });
  writeFileSync(stampIn(root), hashSources(root));
}

/**
 * @param {string} root
 * @param {readonly string[]} files absolute, below `root`
 * @returns {string} hash of names, sizes and contents
 */
export function hashOf(root, files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(`${file.slice(root.length)}\0${statSync(file).size}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {string} empty if missing
 */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** @param {string} root */
function stampIn(root) {
  return join(root, 'dist', '.numplus-built');
}

/** @param {string} root */
function hashSources(root) {
  const files = sources.flatMap((folder) => filesIn(join(root, folder)));
  return hashOf(root, [...files, ...settings.map((name) => join(root, name))]);
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
