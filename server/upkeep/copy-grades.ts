/** Each grade must fit the log of its attempt (copy-live.ts). */
import { AppError } from '../base/errors.ts';
import type {
  CopyTarget,
  GradedPerson,
  PlainRow,
  AttemptSnapshot,
  LiveSource,
} from '../storage/ports/transfer.ts';
import type { Progress } from './migrate-store.ts';
import { createTally, type Digest } from './tally.ts';

export interface Copying {
  readonly source: LiveSource;
  readonly target: CopyTarget;
  readonly progress: Progress;
}

const pageSize = 200;
/** A try has three short queries; pauses in play are longer. */
const settleTries = 100;

export async function copyGrades(copying: Copying): Promise<Digest> {
  const tally = createTally();
  let count = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<LiveSource['readGrades']>> = await copying.source.readGrades(
      after,
      pageSize,
    );
    const rows = await settlePage(copying, page.rows);
    for (const row of rows) tally.add(row);
    await copying.target.rows.grades.write(rows);
    count += rows.length;
    copying.progress('grades', count);
    after = page.next;
  } while (after !== null);
  return tally.read();
}

/** A page holds whole persons: all grade rows of each. */
async function settlePage(copying: Copying, rows: readonly PlainRow[]): Promise<PlainRow[]> {
  const { source, target } = copying;
  const ids = listAttempts(rows);
  // If a log's head is the same in the copy and the source, the attempt has not changed.
  const [copied, now] = [await target.findHeads(ids), await source.findHeads(ids)];
  const isSame = (row: PlainRow): boolean =>
    copied.get(String(row.attemptId)) === now.get(String(row.attemptId));
  const moved = new Map(rows.filter((row) => !isSame(row)).map((row) => [keyOf(row), personOf(row)]));
  const settled = rows.filter((row) => !moved.has(keyOf(row)));
  for (const person of moved.values()) settled.push(...(await settlePerson(copying, person)));
  return settled;
}

async function settlePerson({ source, target }: Copying, person: GradedPerson): Promise<PlainRow[]> {
  let ids = listAttempts(await source.gradesOf(person));
  for (let left = settleTries; left > 0; left -= 1) {
    const snapshots = await source.findSnapshots(ids);
    const rows = await source.gradesOf(person);
    ids = listAttempts(rows);
    const now = await source.findHeads(ids);
    if (ids.every((id) => snapshots.get(id)?.head === now.get(id))) {
      await copyAgain(target, snapshots);
      return rows;
    }
  }
  throw new AppError('storage.unavailable', { reason: 'copy-differs', kind: 'grades' });
}

async function copyAgain(target: CopyTarget, snapshots: ReadonlyMap<string, AttemptSnapshot>): Promise<void> {
  const copied = await target.findHeads([...snapshots.keys()]);
  for (const [id, attempt] of snapshots) {
    if (copied.get(id) !== attempt.head) await target.replaceAttempt(await attempt.read());
  }
}

function listAttempts(rows: readonly PlainRow[]): string[] {
  return [...new Set(rows.map(({ attemptId }) => String(attemptId)))];
}

function personOf({ organisationId, personId }: PlainRow): GradedPerson {
  return { organisationId: String(organisationId), personId: String(personId) };
}

function keyOf(row: PlainRow): string {
  return JSON.stringify(personOf(row));
}
