import { describe, expect, it } from 'vitest';
import type { AttemptAction, LogEntry, LogEvent, ProcessIndicators } from '../../../../scenarios/kit/log.ts';
import { processOf } from '../../../../server/attempts/process.ts';
import { currentProcesses, recomputeProcesses } from '../../../../server/attempts/scene-processes.ts';

const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
const time = { actionSeq: 1, tMs: 0, clientAt: 0 };
const attempt = { seed: 3, bankVersion: 1 };

function device(zoom: '100' | '200'): LogEvent {
  const action: AttemptAction = { app: 'frame', type: 'device', motion: 'usual', zoom, contrast: 'usual' };
  return { kind: 'frame', scene: null, action, ...time };
}

function log(...events: readonly LogEvent[]): LogEntry[] {
  return events.map((event, index) => ({
    ...event,
    logSeq: index + 1,
    epoch: 1,
    at: 9 * index,
    receivedAt: 0,
  }));
}

function ended(process?: ProcessIndicators): LogEvent {
  return { kind: 'scene-ended', scene, how: 'done', activeMs: 1, result: null, ...(process && { process }) };
}

const unflagged = (): readonly [] => [];
const start: LogEvent = { kind: 'scene-started', scene };
const stored = processOf([], { sceneId: '1', ...attempt }, 0);

describe('process indicators computed again', () => {
  it('have the device that was reported before the scene, and not one reported after it', () => {
    const [one] = recomputeProcesses(
      log(device('200'), start, ended(stored), device('100')),
      attempt,
      unflagged,
    );
    expect(one).toMatchObject({ sceneId: '1', process: { totalMs: 8, device: { zoom: '200' } } });
  });

  it('describe a scene up to its last end, if it continued after a first one', () => {
    const again = recomputeProcesses(log(start, ended(), device('200'), ended()), attempt, unflagged);
    expect(again).toMatchObject([{ process: { totalMs: 26, device: { zoom: '200' } } }]);
  });

  it('replace those of the scene’s end once an attempt was rescored', () => {
    const events = [device('200'), start, ended(stored)];
    expect(currentProcesses(log(...events)).get('1')?.device).toBeNull();
    const processes = recomputeProcesses(log(...events), attempt, unflagged);
    const rescored: LogEvent = { kind: 'rescored', results: [], processes, measure: null, score: null };
    expect(currentProcesses(log(...events, rescored)).get('1')?.device).toMatchObject({ zoom: '200' });
  });

  it('stay as stored after a rescoring of an older version', () => {
    const rescored: LogEvent = { kind: 'rescored', results: [], measure: null, score: null };
    expect(currentProcesses(log(start, ended(stored), rescored)).get('1')).toEqual(stored);
  });
});
