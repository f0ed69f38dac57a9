import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Package
 * @typedef {Record<string, Package>} Packages by folder, e.g. `node_modules/zod`
 */

/**
 * Compares with the list that npm writes last, so an interrupted install is incomplete.
 * @param {string} root
 * @param {boolean} withDev
 * @returns {boolean}
 */
export function areInstalled(root, withDev) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wantedPackages(root, withDev)).every(
    ([folder, { version, optional, devOptional }]) => {
      const found = installed[folder];
      // Optional packages for other systems are absent.
      if (found === undefined) return optional === true || devOptional === true;
      return found.version === version && existsSync(join(root, folder));
    },
  );
}

/**
 * Skips packages for other systems.
 * @param {string} root
 * @param {boolean} withDev
 * @returns {() => { present: number, wanted: number }}
 */
export function packageCounter(root, withDev) {
  const files = Object.entries(wantedPackages(root, withDev))
    .filter(([, { optional }]) => optional !== true)
    .map(([folder]) => join(root, folder, 'package.json'));
  return () => ({ present: files.filter((file) => existsSync(file)).length, wanted: files.length });
}

/** @returns {Packages} */
function wantedPackages(root, withDev) {
  const all = Object.entries(readPackages(join(root, 'package-lock.json')));
  return Object.fromEntries(all.filter(([folder, { dev }]) => folder !== '' && (withDev || dev !== true)));
}

/** @returns {Packages} empty if the file is missing */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
