/** Must run on a Node that is too old. */

/**
 * @param {string} version e.g. `20.19.0`
 * @returns {string | undefined} what to do if unsuitable
 */
export function explainWrongNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return `NUM+ needs Node 20.19 or newer, but this is Node ${version}: install Node 22 from https://nodejs.org.`;
  }
  // better-sqlite3 12 aborts the process on Node 24.21; its next version does not run on Node 20.
  if (major >= 24) {
    return `NUM+ does not run on Node ${version} yet, because its SQLite library aborts there: install Node 22 from https://nodejs.org.`;
  }
  return undefined;
}
