/**
 * Writes dist/sbom.cdx.json, the packages of production as CycloneDX. Uses Node and npm alone.
 *
 *   node bin/sbom.js   write it again, after packages were removed
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const flags = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];

/**
 * @param {string} root
 * @param {string} [file]
 * @returns {boolean} false if npm could not describe the packages
 */
export function writeSbom(root, file = join(root, 'dist', 'sbom.cdx.json')) {
  const { status, stdout } = spawnSync('npm', ['sbom', ...flags, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // On Windows npm is a .cmd file.
    shell: process.platform === 'win32',
  });
  if (status !== 0) return false;
  const bill = JSON.parse(stdout);
  // npm gives it the name of the folder.
  bill.metadata.component.name = readJson(join(root, 'package.json')).name;
  // `--omit=dev` would also drop packages of production that a package for tests uses.
  const production = listProduction(readJson(join(root, 'package-lock.json')));
  bill.components = bill.components.filter(({ name, version }) => production.has(`${name}@${version}`));
  const refs = new Set([bill.metadata.component, ...bill.components].map((one) => one['bom-ref']));
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return true;
}

/**
 * @param {{ packages: Record<string, { version: string, dev?: boolean }> }} lock
 * @returns {Set<string>} `name@version`
 */
function listProduction({ packages }) {
  const paths = Object.keys(packages).filter((path) => path !== '' && packages[path].dev !== true);
  return new Set(paths.map((path) => `${path.split('node_modules/').at(-1)}@${packages[path].version}`));
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isWritten = writeSbom(dirname(dirname(fileURLToPath(import.meta.url))));
  if (!isWritten) {
    process.stderr.write('npm could not list the packages: `npm sbom --sbom-format=cyclonedx` says why.\n');
    process.exitCode = 1;
  }
}
