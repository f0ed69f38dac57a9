import { AppError } from '../base/errors.ts';

/** @throws AppError storage.unavailable; `reason` unknown-scheme */
export async function chooseDatabase<Result>(
  url: string,
  sqlite: (file: string) => Promise<Result>,
  mongo: () => Promise<Result>,
): Promise<Result> {
  const [, scheme = '', rest = ''] = /^([a-z+]+):(.*)$/.exec(url) ?? [];
  if (scheme === 'sqlite' && rest !== '') return sqlite(rest);
  if (scheme === 'mongodb' || scheme === 'mongodb+srv') return mongo();
  throw new AppError('storage.unavailable', { reason: 'unknown-scheme', scheme });
}
