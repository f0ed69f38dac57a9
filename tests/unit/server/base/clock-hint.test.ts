import { describe, expect, it } from 'vitest';
import { createClockHint, secondsAhead } from '../../../../server/base/clock-hint.ts';

const now = Date.parse('2026-11-25T12:00:00.900Z');
const at = (seconds: number): string => new Date(now + seconds * 1000).toUTCString();

describe('the hint about the clock', () => {
  it('is unknown until a response has a date', () => {
    const hint = createClockHint(() => now);
    hint.note(null);
    hint.note('yesterday');
    expect(hint.read()).toBeNull();
  });

  it('reports no drift within the one-second resolution of a Date header', () => {
    expect(secondsAhead(now, Date.parse(at(-1)))).toBe(0);
    expect(secondsAhead(now, Date.parse(at(1)))).toBe(0);
    expect(secondsAhead(now, Date.parse(at(-30)))).toBe(30);
  });

  it('uses the smallest drift of the last responses, so that one wrong clock alarms nobody', () => {
    const hint = createClockHint(() => now);
    hint.note(at(-300));
    expect(hint.read()).toBe(300);
    hint.note(at(0));
    expect(hint.read()).toBe(0);
    for (let count = 0; count < 5; count += 1) hint.note(at(120));
    expect(hint.read()).toBe(-120);
  });
});
