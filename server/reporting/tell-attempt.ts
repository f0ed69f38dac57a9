import { currentResults } from '../attempts/results.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Content } from '../content/load.ts';
import { readOutcomes } from '../research/read-outcomes.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { tell, type Told } from '../told/tell.ts';
import { viewLevels } from './levels.ts';

/** From the same results as the gradebook's comment. */
export async function tellAttempt(
  { storage, content }: { readonly storage: Pick<Storage, 'attempts'>; readonly content: Content },
  found: AttemptWithProgress,
): Promise<Told> {
  const { attempt, progress } = found;
  const version = progress.measure?.bankVersion ?? attempt.bankVersion;
  const bank = unlessThrown(() => content.getBank(version), 'bank.unknown') ?? { items: [] };
  return tell(content, {
    results: currentResults(await readOutcomes(storage.attempts, attempt)),
    seed: attempt.seed,
    startedAt: attempt.createdAt,
    bank,
    hasLevel: viewLevels(content, found) !== null,
  });
}
