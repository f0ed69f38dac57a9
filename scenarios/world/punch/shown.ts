import type { Count, PunchState, PunchWorld, Shelf } from './types.ts';

export function openShelf(world: PunchWorld, { shelf }: PunchState): Shelf | undefined {
  return world.shelves.find(({ id }) => id === shelf);
}

/** `b`, `p` or `.` for each place of a row. */
export function placesIn(row: string): readonly string[] {
  return Array.from(row);
}

export function boxesOn({ rows }: Shelf): number {
  return rows.flatMap(placesIn).filter((place) => place === 'b').length;
}

/** There is something to send that has not arrived. */
export function isReady({ counts, unit, received }: PunchState): boolean {
  if (unit === null || Object.keys(counts).length === 0) return false;
  return received === null || !isSame({ counts, unit }, received);
}

/** All that stands on the screen has arrived. */
export function isSent({ counts, unit, received }: PunchState): boolean {
  return unit !== null && received !== null && isSame({ counts, unit }, received);
}

function isSame(one: Count, other: Count): boolean {
  const ids = [...Object.keys(one.counts), ...Object.keys(other.counts)];
  return one.unit === other.unit && ids.every((id) => one.counts[id] === other.counts[id]);
}
