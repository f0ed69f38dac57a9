import { describe, expect, it } from 'vitest';
import type { AttemptAction, LogEntry, LogEvent } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { processOf } from '../../../../server/attempts/process.ts';

const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
const other = { ...scene, sceneId: '2' };
const time = { actionSeq: 1, tMs: 0, clientAt: 0 };
const started: LogEvent = { kind: 'scene-started', scene };
const facts = { sceneId: '1', seed: 3, bankVersion: 1 };

function act(action: WorldAction, where = scene): LogEvent {
  return { kind: 'action', scene: where, action, ...time };
}

function frame(action: AttemptAction, where: typeof scene | null = scene): LogEvent {
  return { kind: 'frame', scene: where, action, ...time };
}

function log(...events: [at: number, event: LogEvent][]): LogEntry[] {
  return events.map(([at, event], index) => ({ logSeq: index + 1, epoch: 1, at, receivedAt: at, ...event }));
}

/** Looks around, asks for help, returns to a message, pauses and continues by keyboard. */
const recorded = log(
  [0, frame({ app: 'frame', type: 'device', motion: 'reduced', zoom: '150', contrast: 'more' }, null)],
  [1000, started],
  [1100, frame({ app: 'frame', type: 'input', mode: 'touch' })],
  [5000, act({ app: 'mail', type: 'open', messageId: 'm1' })],
  [6000, act({ app: 'desk', type: 'listen', target: 'goal' })],
  [46_000, act({ app: 'mail', type: 'open', messageId: 'm2' })],
  [47_000, act({ app: 'mail', type: 'open', messageId: 'm1' })],
  [48_000, act({ app: 'desk', type: 'help', topic: 'reply', step: 1 })],
  [49_000, act({ app: 'desk', type: 'help', topic: 'reply', step: 2 })],
  [50_000, act({ app: 'desk', type: 'undo' })],
  [50_500, frame({ app: 'frame', type: 'assist' })],
  [51_000, frame({ app: 'frame', type: 'pause', cause: 'button' })],
  [600_000, frame({ app: 'frame', type: 'resume' })],
  [601_000, frame({ app: 'frame', type: 'input', mode: 'keyboard' })],
  [602_000, frame({ app: 'frame', type: 'hidden', ms: 20_000 })],
  [603_000, act({ app: 'desk', type: 'open-app', target: 'files' })],
  [604_000, act({ app: 'desk', type: 'done' })],
);

describe('the process of a scene', () => {
  it('is derived from its log alone', () => {
    expect(processOf(recorded, facts, 604_000)).toEqual({
      totalMs: 603_000,
      firstActionMs: 4000,
      actions: 9,
      undos: 1,
      helps: 2,
      readAlouds: 1,
      assists: 1,
      appSwitches: 1,
      backtracks: 1,
      pauses: 1,
      idleMs: 10_000,
      hiddenMs: 20_000,
      inputModes: ['keyboard', 'touch'],
      device: { motion: 'reduced', zoom: '150', contrast: 'more' },
      variantSeed: 3,
      bankVersion: 1,
    });
  });

  it('counts the icons of a phone as moves between apps, and coming back to one as going back', () => {
    const open = (iconId: string): LogEvent => act({ app: 'home', type: 'open-icon', iconId });
    const entries = log(
      [0, started],
      [1000, open('i1')],
      [2000, act({ app: 'home', type: 'back' })],
      [3000, open('i2')],
      [4000, act({ app: 'desk', type: 'open-app', target: 'home' })],
      [5000, open('i1')],
    );
    expect(processOf(entries, facts, 6000)).toMatchObject({ appSwitches: 4, backtracks: 2 });
  });

  it('does not count other scenes or rejected actions', () => {
    const entries = log(
      [0, started],
      [1000, act({ app: 'desk', type: 'undo' }, other)],
      [
        2000,
        {
          kind: 'rejected',
          scene,
          action: { app: 'desk', type: 'undo' },
          code: 'world.nothing-to-undo',
          ...time,
        },
      ],
    );
    expect(processOf(entries, facts, 3000)).toMatchObject({ actions: 0, undos: 0, firstActionMs: null });
  });

  it('counts no idle time while nobody could be there', () => {
    const away = log(
      [0, started],
      [1000, act({ app: 'mail', type: 'close' })],
      [900_000, { kind: 'opened', first: false, tMs: 0 }],
      [901_000, act({ app: 'mail', type: 'close' })],
    );
    expect(processOf(away, facts, 902_000).idleMs).toBe(0);
  });

  it('does not count opening the same message twice in a row as a return', () => {
    const open = act({ app: 'mail', type: 'open', messageId: 'm1' });
    expect(processOf(log([0, started], [1, open], [2, open]), facts, 3).backtracks).toBe(0);
  });
});
