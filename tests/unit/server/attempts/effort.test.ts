import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { flagsOf, glanceMs, lookMs, moveMs } from '../../../../server/attempts/effort.ts';
import { rhythmMs } from '../../../../server/attempts/repeated-play.ts';
import { asLog, atPace, endOfLog, nothingEarned, type Pace, timedScene } from '../../../support/timed-log.ts';

const done: WorldAction = { app: 'desk', type: 'done' };
const write = (typed: string): WorldAction => ({ app: 'mail', type: 'write', typed });

/** Eight acts, then « J’ai fini ». */
const work: readonly WorldAction[] = [
  { app: 'mail', type: 'open', messageId: 'm5' },
  { app: 'mail', type: 'reply', messageId: 'm5' },
  write('Oui, j’arrive à 17 h.'),
  { app: 'mail', type: 'send' },
  { app: 'desk', type: 'open-app', target: 'files' },
  { app: 'files', type: 'open-folder', folderId: 'training' },
  { app: 'files', type: 'save-attachment', attachmentId: 'f1', folderId: 'training' },
  { app: 'files', type: 'close-file' },
  done,
];
const acts = work.length - 1;
const human: Pace = { lookMs: 4_000, gapsMs: [900, 1_700, 6_300, 800, 1_200, 2_900, 1_500] };

function flags(
  log: readonly LogEntry[],
  {
    fewestActs = 5,
    earlier = [],
    points = 0,
  }: Partial<{ fewestActs: number | null; earlier: LogEntry[][]; points: number }> = {},
): readonly string[] {
  const items = nothingEarned.items.map((item) => ({ ...item, points }));
  const result = { ...nothingEarned, items };
  return flagsOf(log, { scene: timedScene, fewestActs, result, earlier }, endOfLog(log));
}

/** Evenly, so that scene and acts take this long together. */
function lasting(ms: number, actions = work): LogEntry[] {
  return atPace(actions, { lookMs: 0, gapsMs: [ms / (actions.length - 1)] });
}

describe('a scene ended by « J’ai fini »', () => {
  const opened = work.slice(0, 1);

  it.each([
    ['at once', [done], 900],
    ['after a click or two', [...opened, done], 3_000],
    ['after help and listening, which are no work', helpOnly(), 5_000],
  ])('is not tried if it ends %s', (_name, actions: readonly WorldAction[], ms) => {
    expect(flags(lasting(ms, [...actions.slice(0, 1), ...actions]))).toEqual(['not-tried']);
  });

  it('is tried if the person took the time of the goals, or did what a route takes', () => {
    expect(flags(lasting(glanceMs, [...opened, done]))).toEqual([]);
    expect(flags(lasting(glanceMs - 1, work), { fewestActs: acts })).toEqual([]);
    expect(flags(lasting(glanceMs - 1, work), { fewestActs: acts + 1 })).toEqual(['not-tried']);
  });

  it('is tried if it earned every point, by a route that its authors did not know', () => {
    expect(flags(lasting(3_000, [...opened, done]), { points: 1 })).toEqual([]);
  });

  it('is tried if nobody wrote how the scene is done', () => {
    expect(flags(lasting(900, [...opened, done]), { fewestActs: null })).toEqual([]);
  });

  it('is not tried if all its time was a pause', () => {
    const time = { actionSeq: 1, tMs: 0, clientAt: 0 };
    const frame = { kind: 'frame', scene: timedScene, ...time } as const;
    const log = asLog([
      [0, { kind: 'scene-started', scene: timedScene }],
      [1_000, { ...frame, action: { app: 'frame', type: 'pause', cause: 'button' } }],
      [600_000, { ...frame, action: { app: 'frame', type: 'resume' } }],
      [601_000, { kind: 'action', scene: timedScene, action: done, ...time }],
    ]);
    expect(flags(log)).toEqual(['not-tried']);
  });

  function helpOnly(): WorldAction[] {
    const topics = ['a', 'b', 'c', 'd', 'e', 'f'];
    return [...topics.map((topic): WorldAction => ({ app: 'desk', type: 'help', topic, step: 1 })), done];
  }
});

describe('play', () => {
  const limit = lookMs + moveMs * acts;

  it('is machine-fast if its acts take less time than seeing and pressing', () => {
    expect(flags(lasting(limit - 1))).toEqual(['machine-fast']);
    expect(flags(lasting(limit))).toEqual([]);
  });

  it('is machine-fast if all entries have one time', () => {
    expect(flags(lasting(acts))).toEqual(['machine-fast']);
  });

  it('is not called machine-fast for one quick stretch, or for three acts', () => {
    expect(flags(atPace(work, { lookMs: 5_000, gapsMs: [50] }))).toEqual([]);
    expect(flags(lasting(3, [...work.slice(0, 3), done]), { fewestActs: null })).toEqual([]);
  });

  it('of a keyboard user who knows the scene by heart is not flagged', () => {
    expect(flags(atPace(work, { lookMs: 1_200, gapsMs: [310, 280, 450, 260] }))).toEqual([]);
  });
});

describe('a play like an earlier one', () => {
  const earlier = atPace(work, human);
  const moved = (by: number): Pace => ({ ...human, gapsMs: human.gapsMs.map((gap) => gap + by) });

  it('is repeated if acts, words and rhythm are the same', () => {
    expect(flags(earlier, { earlier: [earlier] })).toEqual(['repeated']);
    expect(flags(atPace(work, moved(rhythmMs)), { earlier: [[], earlier] })).toEqual(['repeated']);
  });

  it.each([
    ['another rhythm', work, moved(rhythmMs + 1)],
    ['other words', work.map((act) => ('typed' in act ? write('Oui, à 18 h.') : act)), human],
    ['another order', [...work.slice(4, 8), ...work.slice(0, 4), done], human],
    ['one act more', [...work.slice(0, 8), work[7] ?? done, done], human],
  ])('is no repeat with %s', (_name, actions: readonly WorldAction[], pace) => {
    expect(flags(atPace(actions, pace), { earlier: [earlier] })).toEqual([]);
  });

  it('is no repeat of a short play, of another scene, or in another world', () => {
    const short = atPace([...work.slice(0, 5), done], human);
    expect(flags(short, { earlier: [short] })).toEqual([]);
    for (const change of [{ scenario: 's03-tidy' }, { worldVersion: 1 }]) {
      const other = atPace(work, human, { ...timedScene, ...change });
      expect(flags(earlier, { earlier: [other] })).toEqual([]);
    }
  });
});
