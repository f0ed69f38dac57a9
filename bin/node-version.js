/** Uses nothing that an old Node lacks: it must still be able to say that it is too old. */

/**
 * @param {string} version e.g. `20.19.0`
 * @returns {string | undefined} what to do, if this version is too old
 */
export function explainOldNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `NUM+ needs Node 20.19 or newer, but this is Node ${version}: install a newer one from https://nodejs.org.`;
}
