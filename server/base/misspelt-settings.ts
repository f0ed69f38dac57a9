/** The environment is full of other programs' names: reports only likely typos, and never a value. */

export interface Misspelt {
  readonly setting: string;
  readonly near: readonly string[];
}

const ownPrefix = 'LRS_';
/** Kubernetes sets such names for a service called `lrs`. */
const ownNamePattern = /^LRS_(?!SERVICE_|PORT(?:_|$))\w+$/;

const ofOthers = new Set(['DOCKER_PORT']);

/** In shorter names two typos match other names (HOME, HOST). */
const longName = 8;

export function findMisspelt(given: readonly string[], known: readonly string[]): Misspelt[] {
  return given
    .filter((name) => !known.includes(name) && !ofOthers.has(name))
    .map((name) => ({ setting: name, near: findNear(name.toUpperCase(), known) }))
    .filter(({ near }) => near.length > 0);
}

function findNear(name: string, known: readonly string[]): readonly string[] {
  const near = known.filter((setting) => countSlips(name, setting) <= allowedSlips(setting));
  if (near.length > 0 || !ownNamePattern.test(name)) return near;
  return known.filter((setting) => setting.startsWith(ownPrefix));
}

/** AWS_SECRET and LTI_SECRET are two letters from LRS_SECRET, but not ours. */
function allowedSlips(setting: string): number {
  return setting.length < longName || setting.startsWith(ownPrefix) ? 1 : 2;
}

function countSlips(one: string, other: string): number {
  // rows[i][j]: typos between the first i letters of one and the first j of the other.
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
