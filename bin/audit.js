/**
 * Prints known vulnerabilities of the packages of production. Never fails: advisories change without the
 * code, and not every registry answers. SECURITY.md says what follows from a finding.
 *
 *   node bin/audit.js
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @param {string} output of `npm audit --json`
 * @returns {string[]} lines; one that begins with `not checked:` if the registry gave no answer
 */
export function describeAudit(output) {
  const answer = parse(output);
  if (answer?.vulnerabilities === undefined) {
    const because = answer?.message ?? answer?.error?.summary ?? 'no readable answer';
    return [`not checked: known vulnerabilities, because the registry does not tell (${because})`];
  }
  const found = Object.values(answer.vulnerabilities);
  if (found.length === 0) return ['no known vulnerabilities'];
  return found.map(({ name, severity, via }) => `${severity}: ${name}${titlesOf(via)}`);
}

/** @param {readonly (string | { title?: string })[]} via names of packages, or advisories */
function titlesOf(via) {
  const titles = via.map((one) => (typeof one === 'string' ? `through ${one}` : (one.title ?? '')));
  return titles.length === 0 ? '' : `, ${titles.join('; ')}`;
}

/** @param {string} output */
function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--loglevel=silent'], {
    cwd: dirname(dirname(fileURLToPath(import.meta.url))),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
    // On Windows npm is a .cmd file.
    shell: process.platform === 'win32',
  });
  process.stdout.write(`${describeAudit(stdout ?? '').join('\n')}\n`);
}
