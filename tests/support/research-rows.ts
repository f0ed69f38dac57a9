/** Attempts whose statements look real to exports and receipts. */
import { v5 as uuidV5 } from 'uuid';
import type { Append, Attempt, AttemptProgress, StatementRow } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { extensions } from '../../xapi/vocabulary.ts';
import {
  asNew,
  createAttempt,
  sampleAttempt,
  sampleProgress,
  sampleStatement,
} from '../contract/storage/sample-attempts.ts';

/** A statement of an entry; its two are one millisecond apart, a second after the entry before. */
function researchStatement(attempt: Attempt, logSeq: number, part = 0): StatementRow {
  const id = uuidV5(`${attempt.id}/${logSeq}/${part}`, uuidV5.URL);
  const bytes = JSON.stringify({
    id,
    timestamp: new Date(Date.UTC(2026, 10, 24, 15, 0, logSeq, part)).toISOString(),
    actor: { account: { homePage: 'https://studies.example/1', name: `é-${attempt.personId}` } },
    context: { registration: attempt.id, extensions: { [extensions.seq]: logSeq } },
  });
  return sampleStatement(attempt, logSeq, { id, part, bytes });
}

/** An attempt of `count` entries with two statements each. */
export async function addResearchAttempt(
  storage: Storage,
  change: Partial<Attempt>,
  count: number,
  { progress = {}, batch = {} }: { progress?: Partial<AttemptProgress>; batch?: Partial<Append> } = {},
): Promise<string[]> {
  const attempt = sampleAttempt(change);
  const seqs = Array.from({ length: count }, (_, index) => index + 1);
  const statements = seqs.flatMap((seq) => [
    researchStatement(attempt, seq),
    researchStatement(attempt, seq, 1),
  ]);
  await createAttempt(storage, change, count, {
    statements: statements.map(asNew),
    progress: sampleProgress(count, { research: 'given', ...progress }),
    ...batch,
  });
  return statements.map(({ bytes }) => bytes);
}
