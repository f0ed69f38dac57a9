import { describe, expect, it } from 'vitest';
import type { AttemptAction } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { attemptRoom, checkRoom, roomIn, sceneRoom, spend } from '../../../../server/attempts/room.ts';
import { sampleProgress } from '../../../contract/storage/sample-attempts.ts';

const write = (length: number): WorldAction => ({ app: 'mail', type: 'write', typed: 'x'.repeat(length) });
const send: WorldAction = { app: 'mail', type: 'send' };
const done: WorldAction = { app: 'desk', type: 'done' };
const pause: AttemptAction = { app: 'frame', type: 'pause', cause: 'button' };
const end: AttemptAction = { app: 'frame', type: 'end' };

/** An attempt with `head` entries, whose scene `1` began with the first. */
function progressWith(head: number, spent?: number): ReturnType<typeof sampleProgress> {
  const progress = sampleProgress(head);
  if (spent === undefined) return progress;
  return { ...progress, scenes: progress.scenes.map((scene) => ({ ...scene, spent })) };
}

function takes(progress: ReturnType<typeof sampleProgress>, action: WorldAction | AttemptAction): boolean {
  try {
    checkRoom(progress, '1', action);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'scene.full', status: 409 });
    return false;
  }
}

describe('the room of a scene', () => {
  it('is taken by each action, more by a long text and by what stays to be looked through', () => {
    const [scene] = progressWith(10, 40).scenes;
    if (scene === undefined) throw new Error('no scene');
    const search: WorldAction = { app: 'browser', type: 'search', typed: 'tri' };
    const spent = [send, write(0), write(199), write(200), write(2_000), search, pause].map(
      (action) => (spend(scene, 10, action).spent ?? 0) - 40,
    );
    expect(spent).toEqual([1, 1, 1, 2, 11, 5, 1]);
  });

  it('has a reserve for what lets a person go on', () => {
    const full = progressWith(3_000, sceneRoom);
    expect([send, write(1), done, pause, end].map((action) => takes(full, action))).toEqual([
      ...[false, false, true, true, true],
    ]);
    expect(roomIn(full, '1')).toBe(0);
    const usedUp = progressWith(3_000, sceneRoom + 100);
    expect([done, pause, end].map((action) => takes(usedUp, action))).toEqual([false, false, true]);
  });

  it('of a scene begun in an earlier version is counted from its first entry', () => {
    expect(roomIn(progressWith(101), '1')).toBe(sceneRoom - 100);
    expect(takes(progressWith(sceneRoom + 2), send)).toBe(false);
  });

  it('of a scene that waits is whole', () => {
    const { scenes, ...rest } = progressWith(500);
    const waiting = scenes.map((scene) => ({ ...scene, status: 'waiting' as const, fromSeq: 0 }));
    expect(roomIn({ ...rest, scenes: waiting }, '1')).toBe(sceneRoom);
  });
});

describe('the room of an attempt', () => {
  it('is what its log may hold, whatever the scenes have left', () => {
    expect(roomIn(progressWith(attemptRoom - 7, 3), '1')).toBe(7);
    const full = progressWith(attemptRoom, 3);
    expect([send, done, pause, end].map((action) => takes(full, action))).toEqual([false, true, true, true]);
    const usedUp = progressWith(attemptRoom + 500, 3);
    expect([done, pause, end].map((action) => takes(usedUp, action))).toEqual([false, false, true]);
  });
});
