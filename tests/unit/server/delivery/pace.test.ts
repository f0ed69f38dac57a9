import { describe, expect, it } from 'vitest';
import { adaptPace, probePace, startPace } from '../../../../server/delivery/pace.ts';

const calm = { tooLarge: null, throttled: false, timedOut: false, isBehind: false };

describe('the pace of a destination', () => {
  it('stays while nothing is the matter and nothing waits', () => {
    expect(adaptPace(startPace, calm)).toEqual(startPace);
  });

  it('halves what was too large, from what was really sent', () => {
    const seen = { ...calm, tooLarge: { batchCount: 30, batchBytes: 40_000 } };
    expect(adaptPace(startPace, seen)).toEqual({ batchCount: 15, batchBytes: 20_000, lanes: 1 });
  });

  it('never falls below one statement at a time', () => {
    const least = { batchCount: 1, batchBytes: 4_096, lanes: 1 };
    const seen = { ...calm, tooLarge: { batchCount: 1, batchBytes: 500 } };
    expect(adaptPace(least, seen)).toEqual(least);
    expect(adaptPace(least, { ...calm, timedOut: true })).toEqual(least);
  });

  it('has fewer batches on their way where the store asks for patience', () => {
    expect(adaptPace({ ...startPace, lanes: 2 }, { ...calm, throttled: true })).toEqual(startPace);
  });

  it('widens step by step while more waits, up to what every store takes', () => {
    let pace = { batchCount: 5, batchBytes: 10_000, lanes: 1 };
    pace = adaptPace(pace, { ...calm, isBehind: true });
    expect(pace).toEqual({ batchCount: 10, batchBytes: 36_215, lanes: 2 });
    for (let round = 0; round < 20; round += 1) pace = adaptPace(pace, { ...calm, isBehind: true });
    expect(pace).toEqual({ batchCount: 50, batchBytes: 262_144, lanes: 2 });
  });

  it('is one small batch after trouble', () => {
    expect(probePace({ ...startPace, lanes: 2 })).toEqual({ ...startPace, batchCount: 10, lanes: 1 });
  });
});
