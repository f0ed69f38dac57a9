import { describe, expect, it } from 'vitest';
import { adaptationsOf } from '../../../../scenarios/measurement/adaptations.ts';
import type { AttemptAction, LogEntry, LogEvent, SceneRef } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';

const inbox: SceneRef = { sceneId: '2', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
const welcome: SceneRef = { ...inbox, sceneId: '1', scenario: 's00-welcome' };
const time = { actionSeq: 1, tMs: 0, clientAt: 0 };

const frame = (action: AttemptAction, scene: SceneRef | null = inbox): LogEvent => ({
  kind: 'frame',
  scene,
  action,
  ...time,
});
const act = (scene = inbox, action: WorldAction = { app: 'desk', type: 'undo' }): LogEvent => ({
  kind: 'action',
  scene,
  action,
  ...time,
});
const listen: WorldAction = { app: 'desk', type: 'listen', target: 'goal' };
const usual: AttemptAction = {
  app: 'frame',
  type: 'device',
  motion: 'usual',
  zoom: '100',
  contrast: 'usual',
};
const setting = (
  change: Pick<Extract<AttemptAction, { type: 'setting' }>, 'name' | 'value'>,
): Extract<AttemptAction, { type: 'setting' }> =>
  ({ app: 'frame', type: 'setting', ...change }) as Extract<AttemptAction, { type: 'setting' }>;

function told(...events: readonly LogEvent[]): readonly string[] {
  const entries = events.map((event, index): LogEntry => ({
    logSeq: index + 1,
    epoch: 1,
    at: index,
    receivedAt: index,
    ...event,
  }));
  return adaptationsOf(entries, (scenario) => scenario !== 's00-welcome');
}

describe('adaptations of play', () => {
  it('are none when nothing was changed', () => {
    expect(told(act(), frame(usual), act())).toEqual([]);
  });

  it('include listening, helping hands and eased scenes once each, in a fixed order', () => {
    const eased = { ...inbox, eased: true };
    const assist = frame({ app: 'frame', type: 'assist' });
    expect(told(assist, assist, act(eased), act(inbox, listen))).toEqual(['read-aloud', 'assists', 'eased']);
  });

  it.each([
    [frame(setting({ name: 'text-size', value: '150' })), 'text-size'],
    [frame(setting({ name: 'contrast', value: 'high' })), 'contrast'],
    [frame(setting({ name: 'motion', value: 'off' })), 'motion'],
    [frame(setting({ name: 'helper', value: 'on' })), 'helper'],
    [frame({ app: 'frame', type: 'helper-offer', answer: 'accepted' }, null), 'helper'],
    [frame({ ...usual, zoom: '200' }), 'zoom'],
    [frame({ ...usual, contrast: 'forced' }), 'contrast'],
    [frame({ ...usual, motion: 'reduced' }), 'motion'],
  ] as const)('include what is switched on while a scored scene is played (%#)', (set, name) => {
    expect(told(set, act())).toEqual([name]);
  });

  it('exclude what was undone before scored play, and what was used only in the welcome', () => {
    const large = frame(setting({ name: 'text-size', value: '200' }), welcome);
    const back = frame(setting({ name: 'text-size', value: '100' }), welcome);
    expect(told(large, act(welcome, listen), back, act())).toEqual([]);
    expect(told(large, act(welcome), act())).toEqual(['text-size']);
  });

  it('exclude the text size of the welcome’s own exercise, unless it was large before or is chosen again', () => {
    const open: WorldAction = { app: 'practice', type: 'go-on', stepId: 'open' };
    const use: WorldAction = { app: 'practice', type: 'use', stepId: 'size', tool: 'text-size' };
    const size = (value: '100' | '150' | '200', scene = welcome): LogEvent =>
      frame(setting({ name: 'text-size', value }), scene);
    const exercise = [act(welcome, open), size('150'), size('200'), act(welcome, use)];
    expect(told(...exercise, act())).toEqual([]);
    // The page may report the use before the setting, and further choices after it.
    expect(told(act(welcome, open), act(welcome, use), size('150'), size('200'), act())).toEqual([]);
    expect(told(size('150'), ...exercise, act())).toEqual(['text-size']);
    expect(told(...exercise, size('200', inbox), act())).toEqual(['text-size']);
  });

  it('exclude a declined offer and settings that adapt nothing', () => {
    const declined = frame({ app: 'frame', type: 'helper-offer', answer: 'declined' }, null);
    const voice = frame(setting({ name: 'voice', value: 'on' }));
    expect(told(declined, voice, act())).toEqual([]);
  });
});
