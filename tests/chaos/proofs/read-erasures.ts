/** What the sixth proof looks at: the database itself, not what the tool says about it. */
import { listAll } from '../../../server/storage/read-pages.ts';
import { readBytes, readRows } from '../../support/canary/read-rows.ts';
import type { AttemptBook } from '../book.ts';
import type { Installation } from '../installation.ts';
import { countUnfinished, type Departure } from '../leavers.ts';
import type { ErasureFacts } from './check-erasures.ts';

interface Known extends Pick<ErasureFacts, 'existing' | 'held'> {
  readonly departures: readonly Departure[];
  readonly excused: readonly AttemptBook[];
}

export async function readErasures(
  installation: Installation,
  { departures, excused, existing, held }: Known,
): Promise<ErasureFacts> {
  const { operator, env } = installation;
  const url = env.DATABASE_URL ?? '';
  const [somebody] = await listAll((page) => operator.storage.erasures.listPersons(page));
  const rows = await readRows(url);
  // The audit keeps numbers for good, and says so (ADR 52).
  rows.delete('audit');
  return {
    persons: departures.map(({ personId }) => personId),
    attempts: excused.map(({ attemptId }) => attemptId),
    staying: somebody?.id ?? '',
    places: new Map<string, string | Buffer>([...rows, ...readBytes(url)]),
    existing,
    held,
    unfinished: await countUnfinished(installation),
  };
}
