/** Every lock relies on one winner among writers with one condition; some servers lack it. */
import type { Collection } from './collection.ts';
import type { SchemaRow } from './migrate.ts';
import { refuse } from '../refuse.ts';

const rounds = 2;
const writers = 8;

/** @throws AppError storage.unavailable; `reason` not-atomic */
export async function checkAtomicity(rows: Collection<SchemaRow>, key: string): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const probe = (await rows.find({ _id: key }))?.probe ?? null;
    const next = { $set: { probe: (probe ?? 0) + 1 } };
    // Another process may win; then none of ours does.
    const wins = await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        index % 2 === 0
          ? rows.change({ _id: key, probe }, next)
          : rows.changeOne({ _id: key, probe }, next).then((won) => Number(won !== undefined)),
      ),
    );
    if (wins.reduce((sum, won) => sum + won, 0) > 1) refuse('not-atomic');
  }
}
