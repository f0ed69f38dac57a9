import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Without `--` before them, npm takes these for its own. */
const demoOptions = ['port', 'lms-port', 'lrs-port', 'data', 'empty'];

/**
 * @param {NodeJS.ProcessEnv} env npm passes its options as `npm_config_…`
 * @returns {string | undefined}
 */
export function explainTakenOption(env) {
  if (env.npm_lifecycle_event !== 'start') return undefined;
  const option = demoOptions.find((name) => env[`npm_config_${name.replace('-', '_')}`] !== undefined);
  if (option === undefined) return undefined;
  const example = { data: ' folder', empty: '' }[option] ?? ' 3120';
  return `npm kept the option --${option} for itself: write two dashes before the demo's options, as in \`npm start -- --${option}${example}\`.`;
}

/**
 * @param {string} folder absolute; created if missing
 * @returns {string | undefined}
 */
export function explainUnwritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.numplus-probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch (error) {
    return `The folder ${folder} cannot be written (${error.code}): let this account write there, or put NUM+ elsewhere.`;
  }
}

const npmFaults = [
  {
    pattern: /gyp ERR|prebuild-install|node_modules[\\/]better-sqlite3/,
    text:
      'The SQLite library (better-sqlite3) could be neither downloaded ready-made from github.com nor compiled: install a C++ ' +
      'compiler, make and Python (Debian and Ubuntu: `apt install build-essential python3`; macOS: `xcode-select --install`; ' +
      'Windows: Visual Studio Build Tools), or open the way to github.com, then run this again.',
  },
  { pattern: /ENOSPC/, text: 'The disk is full: make room, then run this again.' },
  {
    pattern: /EACCES|EPERM|EROFS/,
    text: 'npm could not write the file or folder that it names above: let this account write there, then run this again.',
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|CERT/,
    text: 'npm could not reach the package registry: check the connection, and the proxy and the registry in npm’s settings (`npm config list`), then run this again.',
  },
];

/**
 * @param {string} output of npm
 * @returns {string}
 */
export function explainNpm(output) {
  const known = npmFaults.find(({ pattern }) => pattern.test(output));
  return known?.text ?? 'npm could not install the packages; its lines above say why.';
}
