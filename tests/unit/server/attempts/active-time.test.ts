import { describe, expect, it } from 'vitest';
import type { LogEntry, LogEvent } from '../../../../scenarios/kit/log.ts';
import { activeTimeMs } from '../../../../server/attempts/active-time.ts';

const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
const time = { actionSeq: 1, tMs: 0, clientAt: 0 };
const started: LogEvent = { kind: 'scene-started', scene };
const acted: LogEvent = { kind: 'action', scene, action: { app: 'mail', type: 'close' }, ...time };
const paused: LogEvent = {
  kind: 'frame',
  scene,
  action: { app: 'frame', type: 'pause', cause: 'button' },
  ...time,
};
const resumed: LogEvent = { kind: 'frame', scene, action: { app: 'frame', type: 'resume' }, ...time };
const opened: LogEvent = { kind: 'opened', first: false, tMs: 0 };

function log(...events: [at: number, event: LogEvent][]): LogEntry[] {
  return events.map(([at, event], index) => ({ logSeq: index + 1, epoch: 1, at, receivedAt: at, ...event }));
}

describe('the active time of a scene', () => {
  it('runs from the start of the scene to its end', () => {
    expect(activeTimeMs(log([1000, started], [3000, acted]), '1', 9000)).toBe(8000);
  });

  it('excludes pauses', () => {
    expect(activeTimeMs(log([0, started], [2000, paused], [60_000, resumed]), '1', 61_000)).toBe(3000);
  });

  it('starts again with the first action after a pause that was not ended', () => {
    expect(activeTimeMs(log([0, started], [2000, paused], [60_000, acted]), '1', 61_000)).toBe(3000);
  });

  it('stays stopped when the language changes on the pause screen', () => {
    const language: LogEvent = {
      kind: 'frame',
      scene,
      action: { app: 'frame', type: 'language', language: 'en' },
      ...time,
    };
    const entries = log([0, started], [2000, paused], [30_000, language], [60_000, resumed]);
    expect(activeTimeMs(entries, '1', 61_000)).toBe(3000);
  });

  it('stays stopped when a comfort setting changes on the pause screen', () => {
    const larger: LogEvent = {
      kind: 'frame',
      scene,
      action: { app: 'frame', type: 'setting', name: 'text-size', value: '150' },
      ...time,
    };
    const entries = log([0, started], [2000, paused], [30_000, larger], [60_000, resumed]);
    expect(activeTimeMs(entries, '1', 61_000)).toBe(3000);
  });

  it('excludes the time spent going through the course to another page', () => {
    const launched: LogEvent = { kind: 'launched', language: 'fr' };
    const entries = log([0, started], [5000, acted], [90_000_000, launched], [90_000_001, opened]);
    expect(activeTimeMs(entries, '1', 90_001_001)).toBe(6000);
  });

  it('excludes the time between the end and the first action after staff reopened the attempt', () => {
    const left: LogEvent = { kind: 'scene-ended', scene, how: 'left', activeMs: 2000, result: null };
    const finished: LogEvent = { kind: 'finished', how: 'learner', score: null };
    const entries = log(
      ...([
        [0, started],
        [2000, acted],
        [2000, left],
        [2001, finished],
      ] as [number, LogEvent][]),
      ...([
        [70_000_000, { kind: 'reopened' }],
        [80_000_000, opened],
      ] as [number, LogEvent][]),
      ...([
        [80_005_000, started],
        [80_007_000, acted],
      ] as [number, LogEvent][]),
    );
    expect(activeTimeMs(entries, '1', 80_008_000)).toBe(5000);
  });

  it('excludes the time between a lost page and the next one', () => {
    expect(activeTimeMs(log([0, started], [5000, acted], [90_000_000, opened]), '1', 90_001_000)).toBe(6000);
  });

  it('ignores what happened before the scene began', () => {
    expect(activeTimeMs(log([0, opened], [1000, acted], [10_000, started]), '1', 12_000)).toBe(2000);
  });
});
