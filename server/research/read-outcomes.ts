/** Entries with outcomes: without actions or typed text. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Attempt, AttemptsPort } from '../storage/ports/attempts.ts';

const outcomesPerPage = 200;

export async function readOutcomes(
  attempts: Pick<AttemptsPort, 'listOutcomes'>,
  { organisationId, id }: Pick<Attempt, 'organisationId' | 'id'>,
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const fromSeq = (entries.at(-1)?.logSeq ?? 0) + 1;
    const page = await attempts.listOutcomes(organisationId, id, { fromSeq, limit: outcomesPerPage });
    entries.push(...page.map(({ entry }) => entry));
    if (page.length < outcomesPerPage) return entries;
  }
}
