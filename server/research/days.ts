/**
 * @param day `2026-11-25`
 * @param timeZone IANA name
 * @returns milliseconds since 1970 UTC
 */
export function startOfDay(day: string, timeZone: string): number {
  // Searches three days, because zones are 14 hours ahead to 12 behind UTC and some days start at 1:00.
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

export function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T12:00Z`) + dayMs);
  return startOfDay(next.toISOString().slice(0, 10), timeZone);
}

const dayMs = 24 * 60 * 60_000;
