/** Checks DATABASE_URL before the driver sees it. */
import { refuse } from '../refuse.ts';

const serversOwn = ['admin', 'config', 'local'];

/** Other values could lose confirmed data, or show data that is undone later. */
const strongValues: Readonly<Record<string, readonly string[]>> = {
  w: ['majority'],
  journal: ['true'],
  j: ['true'],
  readconcernlevel: ['majority', 'linearizable'],
  retrywrites: ['true'],
};

/**
 * Returns the name of the database.
 * @throws AppError storage.unavailable; `reason` wrong-address, or weak-address with the `option`
 */
export function readAddress(url: string): string {
  const [, name, query = ''] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)(?:\?(.*))?$/.exec(url) ?? [];
  // Without a name the driver would use « test ».
  if (name === undefined || serversOwn.includes(name)) return refuse('wrong-address');
  for (const [option, value] of new URLSearchParams(query)) {
    const strong = strongValues[option.toLowerCase()];
    if (strong !== undefined && !strong.includes(value)) refuse('weak-address', { option });
  }
  return name;
}
