import { describe, expect, it } from 'vitest';
import { endOfDay, startOfDay } from '../../../../server/research/days.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

describe('a day of an organisation', () => {
  it.each([
    ['UTC', '2026-11-25', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'],
    ['America/Montreal', '2026-11-25', '2026-11-25T05:00:00.000Z', '2026-11-26T05:00:00.000Z'],
    ['America/Montreal', '2026-07-01', '2026-07-01T04:00:00.000Z', '2026-07-02T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', '2026-01-01T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-12-31', '2026-12-31T11:00:00.000Z', '2027-01-01T11:00:00.000Z'],
    ['Asia/Kathmandu', '2028-02-29', '2028-02-28T18:15:00.000Z', '2028-02-29T18:15:00.000Z'],
  ])('in %s goes from its midnight to the next: %s', (zone, day, start, end) => {
    expect([iso(startOfDay(day, zone)), iso(endOfDay(day, zone))]).toEqual([start, end]);
  });

  it('has 23 or 25 hours when clocks change', () => {
    const hours = (day: string): number =>
      (endOfDay(day, 'America/Montreal') - startOfDay(day, 'America/Montreal')) / 3_600_000;
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-11-02')]).toEqual([23, 25, 24]);
  });

  it('starts at one o’clock if there is no midnight', () => {
    expect(iso(startOfDay('2026-03-08', 'America/Havana'))).toBe('2026-03-08T05:00:00.000Z');
  });

  it('ends when the next one starts, all year', () => {
    for (let at = Date.UTC(2026, 0, 1, 12); at < Date.UTC(2027, 0, 1); at += 24 * 3_600_000) {
      const [day, next] = [iso(at).slice(0, 10), iso(at + 24 * 3_600_000).slice(0, 10)];
      expect(endOfDay(day, 'America/St_Johns')).toBe(startOfDay(next, 'America/St_Johns'));
    }
  });
});
