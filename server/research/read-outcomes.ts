/** Entries with outcomes: without actions or typed text. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Attempt, AttemptsPort } from '../storage/ports/attempts.ts';
import { afterEntry, listPages } from '../storage/read-pages.ts';

export async function readOutcomes(
  attempts: Pick<AttemptsPort, 'listOutcomes'>,
  { organisationId, id }: Pick<Attempt, 'organisationId' | 'id'>,
): Promise<LogEntry[]> {
  const stored = await listPages(
    { fromSeq: 1 },
    (page) => attempts.listOutcomes(organisationId, id, page),
    afterEntry,
  );
  return stored.map(({ entry }) => entry);
}
