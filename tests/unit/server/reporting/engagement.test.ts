import { describe, expect, it } from 'vitest';
import type { LogEntry, ProcessIndicators } from '../../../../scenarios/kit/log.ts';
import { isBrief } from '../../../../server/reporting/engagement.ts';

type Ended = Extract<LogEntry, { kind: 'scene-ended' }>;

const process: ProcessIndicators = {
  totalMs: 20_000,
  firstActionMs: 1_000,
  actions: 2,
  undos: 0,
  helps: 0,
  readAlouds: 0,
  assists: 0,
  appSwitches: 0,
  backtracks: 0,
  pauses: 0,
  idleMs: 0,
  hiddenMs: 0,
  inputModes: [],
  device: null,
  variantSeed: 1,
  bankVersion: 1,
};

/** As in logs written before indicators existed. */
function of(activeMs: number, how: Ended['how'] = 'done'): Ended {
  return {
    kind: 'scene-ended',
    logSeq: 9,
    epoch: 1,
    at: 9,
    receivedAt: 9,
    how,
    activeMs,
    result: null,
    scene: { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 },
  };
}

function ended(activeMs: number, change: Partial<ProcessIndicators> = {}, how: Ended['how'] = 'done'): Ended {
  return { ...of(activeMs, how), process: { ...process, ...change } };
}

describe('a scene of five minutes', () => {
  it('was brief if it took under half a minute and fewer than three actions', () => {
    expect(isBrief(ended(29_999), 5)).toBe(true);
  });

  it('was not brief if only one of both is true', () => {
    expect(isBrief(ended(30_000), 5)).toBe(false);
    expect(isBrief(ended(10_000, { actions: 3 }), 5)).toBe(false);
  });

  it('was not brief if something was read aloud or another person pressed', () => {
    expect(isBrief(ended(10_000, { readAlouds: 1 }), 5)).toBe(false);
    expect(isBrief(ended(10_000, { assists: 1 }), 5)).toBe(false);
  });

  it('was not brief if it was skipped or left, which is shown anyway', () => {
    expect(isBrief(ended(10_000, {}, 'skipped'), 5)).toBe(false);
    expect(isBrief(ended(10_000, {}, 'left'), 5)).toBe(false);
  });

  it('is not judged if its log or its scenario lacks the facts', () => {
    expect(isBrief(of(10_000), 5)).toBe(false);
    expect(isBrief(ended(10_000), undefined)).toBe(false);
    expect(isBrief(undefined, 5)).toBe(false);
  });
});
