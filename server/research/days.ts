/** Whole days of an organisation as moments. */

/**
 * The first moment of a day.
 * @param day a day of the calendar, `2026-11-25`
 * @param timeZone IANA name
 * @returns milliseconds since 1970 UTC
 */
export function startOfDay(day: string, timeZone: string): number {
  // Clocks are up to 14 hours before and 12 behind UTC, and a day may begin at one o'clock: so the moment is searched.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const noon = Date.parse(`${day}T12:00Z`);
  let [before, from] = [noon - 2 * dayMs, noon + dayMs];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (format.format(middle) < day) before = middle;
    else from = middle;
  }
  return from;
}

/** The first moment behind a day. Parameters and answer as in `startOfDay`. */
export function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T12:00Z`) + dayMs);
  return startOfDay(next.toISOString().slice(0, 10), timeZone);
}

const dayMs = 24 * 60 * 60_000;
