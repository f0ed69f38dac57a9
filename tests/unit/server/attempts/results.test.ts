import { describe, expect, it } from 'vitest';
import type { LogEntry, LogEvent, SceneResult, ScoredScene } from '../../../../scenarios/kit/log.ts';
import { currentBankVersion, currentResults, everyResult } from '../../../../server/attempts/results.ts';
import { processOf } from '../../../../server/attempts/process.ts';
import { sampleMeasure } from '../../../contract/storage/sample-attempts.ts';

function resultOf(points: number): SceneResult {
  const items = [{ item: 'i', dimension: 'COM', points, max: 4, skipped: false } as const];
  return { rules: [], misconceptions: [], items };
}

function sceneOf(sceneId: string, scoringVersion = 1): ScoredScene['scene'] {
  return { sceneId, scenario: `s${sceneId}`, worldVersion: 1, scoringVersion };
}

function ended(sceneId: string, points: number | null, how: 'done' | 'skipped' | 'left' = 'done'): LogEvent {
  const result = points === null ? null : resultOf(points);
  return { kind: 'scene-ended', scene: sceneOf(sceneId), how, activeMs: 5, result };
}

function rescored(
  bankVersion: number | null,
  ...scenes: readonly [sceneId: string, points: number][]
): LogEvent {
  return {
    kind: 'rescored',
    results: scenes.map(([sceneId, points]) => ({
      scene: sceneOf(sceneId, 2),
      how: 'done',
      result: resultOf(points),
      ended: { logSeq: 1, scoringVersion: 1 },
    })),
    measure: bankVersion === null ? null : { ...sampleMeasure, bankVersion },
    score: null,
  };
}

function log(...events: readonly LogEvent[]): LogEntry[] {
  return events.map((event, index) => ({
    logSeq: index + 1,
    epoch: 1,
    at: index,
    receivedAt: index,
    ...event,
  }));
}

function points(...events: readonly LogEvent[]): string[] {
  return currentResults(log(...events)).map(
    ({ scene, result }) => `${scene.sceneId}@${scene.scoringVersion}: ${result.items[0]?.points}`,
  );
}

describe('current results', () => {
  it('come from scenes that were finished or skipped, in order of their ends', () => {
    expect(points(ended('2', 3), ended('1', 0, 'skipped'))).toEqual(['2@1: 3', '1@1: 0']);
  });

  it('exclude a scene that was not tried, until a rescoring counts it', () => {
    const process = {
      ...processOf([], { sceneId: '2', seed: 1, bankVersion: 1 }, 0),
      flags: ['not-tried'] as const,
    };
    const untried: LogEvent = { ...ended('2', 0), process } as LogEvent;
    expect(points(ended('1', 3), untried)).toEqual(['1@1: 3']);
    expect(points(ended('1', 3), untried, rescored(1, ['2', 0]))).toEqual(['1@1: 3', '2@2: 0']);
    expect(everyResult(log(ended('1', 3), untried))).toHaveLength(2);
  });

  it('exclude scenes that were left or are not scored', () => {
    expect(points(ended('1', null, 'left'), ended('2', null))).toEqual([]);
    expect(points(ended('1', 4), ended('1', null, 'left'))).toEqual([]);
  });

  it('come from the last rescoring, and from scenes that ended after it', () => {
    const played = [ended('1', 1), ended('2', 2)];
    const first = rescored(1, ['1', 3], ['2', 2]);
    expect(points(...played, first)).toEqual(['1@2: 3', '2@2: 2']);
    expect(points(...played, first, rescored(1, ['1', 4]), ended('2', 0))).toEqual(['1@2: 4', '2@1: 0']);
  });
});

describe('the bank that measures an attempt', () => {
  it('is the attempt’s own until a rescoring uses another', () => {
    const bankOf = (...events: readonly LogEvent[]): number =>
      currentBankVersion(log(...events), { bankVersion: 1 });
    expect(bankOf(ended('1', 1))).toBe(1);
    expect(bankOf(ended('1', 1), rescored(2), rescored(3), ended('2', 1))).toBe(3);
    expect(bankOf(rescored(2), rescored(null))).toBe(2);
  });
});
