import { describe, expect, it } from 'vitest';
import { adaptPace, probePace, startPace } from '../../../../server/delivery/pace.ts';

const calm = { tooLarge: null, throttled: false, timedOut: false, isBehind: false };

describe('the pace of a destination', () => {
  it('stays the same without trouble and without a backlog', () => {
    expect(adaptPace(startPace, calm)).toEqual(startPace);
  });

  it('halves a batch that was too large, from the size that was sent', () => {
    const seen = { ...calm, tooLarge: { batchCount: 30, batchBytes: 40_000 } };
    expect(adaptPace(startPace, seen)).toEqual({ batchCount: 15, batchBytes: 20_000, lanes: 1 });
  });

  it('never falls below one statement per batch', () => {
    const least = { batchCount: 1, batchBytes: 4_096, lanes: 1 };
    const seen = { ...calm, tooLarge: { batchCount: 1, batchBytes: 500 } };
    expect(adaptPace(least, seen)).toEqual(least);
    expect(adaptPace(least, { ...calm, timedOut: true })).toEqual(least);
  });

  it('sends fewer batches at a time when the store asks for fewer requests', () => {
    expect(adaptPace({ ...startPace, lanes: 2 }, { ...calm, throttled: true })).toEqual(startPace);
  });

  it('grows step by step while more waits, up to what every store accepts', () => {
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
