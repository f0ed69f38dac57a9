/** A video meeting: joining, the microphone, sharing, and a source that stops carrying. */
import { describe, expect, it } from 'vitest';
import { meetingFacts } from '../../../../scenarios/apps/meeting/facts.ts';
import type { MeetingAction, MeetingState } from '../../../../scenarios/world/meeting/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { meetingScene as world } from '../../../support/meeting-scene.ts';

const open: MeetingAction = { app: 'meeting', type: 'open', meetingId: 'r1' };
const join: MeetingAction = { app: 'meeting', type: 'join' };
const next: MeetingAction = { app: 'meeting', type: 'next' };
const leave: MeetingAction = { app: 'meeting', type: 'leave' };
const mic = (on: boolean): MeetingAction => ({ app: 'meeting', type: 'mic', on });
const hand: MeetingAction = { app: 'meeting', type: 'hand', on: true };
const panel = (name: 'sound' | 'share'): MeetingAction => ({
  app: 'meeting',
  type: 'open-panel',
  panel: name,
});
const test: MeetingAction = { app: 'meeting', type: 'test' };
const source = (sourceId: string): MeetingAction => ({ app: 'meeting', type: 'choose-source', sourceId });
const pick = (windowId: string): MeetingAction => ({ app: 'meeting', type: 'pick', windowId });
const share: MeetingAction = { app: 'meeting', type: 'share' };
const phrase: MeetingAction = { app: 'meeting', type: 'add-phrase', phraseId: 'q1' };
const say: MeetingAction = { app: 'meeting', type: 'say' };
const send: MeetingAction = { app: 'meeting', type: 'send' };
const inWriting: MeetingAction = { app: 'meeting', type: 'choose-way', way: 'writing' };
const undo: WorldAction = { app: 'desk', type: 'undo' };
const inside: readonly WorldAction[] = [open, join, next];
const afterFault: readonly WorldAction[] = [...inside, next, next, next];

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const taken = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!taken.ok) throw new Error(`${action.type}: ${taken.code}`);
    return taken.state;
  }, startScene(world));
}

function meetingAfter(...actions: readonly WorldAction[]): MeetingState | undefined {
  return after(...actions).apps.meeting;
}

function refusal(before: readonly WorldAction[], action: WorldAction): string | null {
  const taken = step(world, after(...before), action, { epoch: 1, actionSeq: 99 });
  return taken.ok ? null : taken.code;
}

function factsAfter(...actions: readonly WorldAction[]): object {
  const placed = actions.map((action, index) => ({ action, epoch: 1, actionSeq: index + 1, features: {} }));
  return meetingFacts.of({ world, state: after(...actions), actions: placed });
}

describe('joining', () => {
  it('goes from the list to the lobby, the waiting room and the meeting', () => {
    expect(meetingAfter(open)?.stage).toBe('lobby');
    expect(meetingAfter(open, join)?.stage).toBe('waiting');
    expect(meetingAfter(...inside)).toMatchObject({ stage: 'call', turn: 0 });
    expect(factsAfter(open, join)).toMatchObject({ joined: false });
    expect(factsAfter(...inside)).toMatchObject({ joined: true });
  });

  it('refuses a meeting that has not started, and one that does not exist', () => {
    expect(refusal([], { app: 'meeting', type: 'open', meetingId: 'r2' })).toBe('world.not-on-screen');
    expect(refusal([], { app: 'meeting', type: 'open', meetingId: 'r9' })).toBe('world.unknown-target');
  });

  it('comes to the front when the link in a text is followed', () => {
    const followed = after(
      { app: 'phone', type: 'open', conversationId: 'c1' },
      { app: 'phone', type: 'open-link', messageId: 't1' },
    );
    expect(followed.apps.active).toBe('meeting');
  });

  it('goes on at the same caption after leaving and coming back', () => {
    expect(meetingAfter(...inside, next, leave, ...inside)).toMatchObject({
      stage: 'call',
      turn: 1,
      leaves: 1,
    });
  });

  it('allows nothing of a meeting outside it', () => {
    for (const action of [next, leave, hand, panel('sound'), phrase, send, say]) {
      expect(refusal([open], action)).toBe('world.not-on-screen');
    }
  });
});

describe('the microphone', () => {
  it('remembers how it stood when each caption ended', () => {
    expect(meetingAfter(...inside, next, mic(false), next)?.ended).toEqual({ y1: 'open', y2: 'muted' });
    expect(factsAfter(...inside, next, mic(false), next)).toMatchObject({ muted: ['y2'], heard: true });
    expect(factsAfter(open, mic(false), join, next, next)).toMatchObject({ muted: ['y1'], heard: false });
  });

  it('takes back how a caption ended with « Annuler »', () => {
    expect(meetingAfter(...inside, mic(false), next, undo)?.ended).toEqual({});
  });

  it('carries nothing that is said while it is muted', () => {
    expect(meetingAfter(...inside, phrase, say)?.said).toMatchObject([{ received: true }]);
    expect(meetingAfter(...inside, mic(false), phrase, say)?.said).toMatchObject([{ received: false }]);
    expect(meetingAfter(...inside, mic(false), phrase, send)?.said).toMatchObject([{ received: true }]);
  });

  it('refuses an empty message', () => {
    expect(refusal(inside, say)).toBe('meeting.empty');
    expect(refusal(inside, send)).toBe('meeting.empty');
  });
});

describe('the raised hand', () => {
  it('answers only after everybody was asked', () => {
    expect(factsAfter(...inside, hand, next, next)).toMatchObject({ hand: false });
    expect(meetingAfter(...inside, hand, next, next)?.hand).toBe(false);
    expect(factsAfter(...inside, next, next, hand)).toMatchObject({ hand: true });
  });
});

describe('sharing', () => {
  it('shows a window once it is picked and confirmed, until it is stopped', () => {
    expect(refusal([...inside, panel('share')], share)).toBe('world.not-on-screen');
    const shared = [...inside, panel('share'), pick('w3'), share];
    expect(factsAfter(...shared)).toMatchObject({ shown: ['w3'], sharing: 'w3' });
    expect(factsAfter(...shared, { app: 'meeting', type: 'stop-share' })).toMatchObject({
      shown: ['w3'],
      sharing: '',
    });
  });

  it('stops when the person leaves', () => {
    expect(factsAfter(...inside, panel('share'), pick('w1'), share, leave)).toMatchObject({ sharing: '' });
  });
});

describe('a source that stops', () => {
  it('carries nothing until another one is chosen', () => {
    expect(factsAfter(...afterFault)).toMatchObject({ afterFault: true, mended: false });
    expect(meetingAfter(...afterFault, phrase, say)?.said).toMatchObject([{ received: false }]);
    const mended = [...afterFault, panel('sound'), source('o2')];
    expect(factsAfter(...mended)).toMatchObject({ mended: true });
    expect(factsAfter(...mended, leave)).toMatchObject({ mended: true });
    expect(meetingAfter(...mended, phrase, say)?.said).toMatchObject([{ received: true }]);
    expect(factsAfter(...mended, source('o1'))).toMatchObject({ mended: false });
  });

  it('carries again after leaving and coming back', () => {
    expect(factsAfter(...afterFault, leave)).toMatchObject({ mended: false });
    expect(factsAfter(...afterFault, leave, ...inside)).toMatchObject({ mended: true });
  });

  it('is the one in use, also if the person had chosen another before', () => {
    const chosen = [...inside, panel('sound'), source('o2'), next, next, next];
    expect(factsAfter(...chosen)).toMatchObject({ mended: false });
    expect(factsAfter(...chosen, source('o1'))).toMatchObject({ mended: true });
  });

  it('shows by a test whether the microphone hears', () => {
    expect(meetingAfter(...afterFault, panel('sound'), test)).toMatchObject({
      level: 'still',
      tested: false,
    });
    const mended = [...afterFault, panel('sound'), source('o2')];
    expect(meetingAfter(...mended, test)).toMatchObject({ level: 'moves', tested: true });
    expect(meetingAfter(...mended, mic(false), test)).toMatchObject({ level: 'still', tested: false });
    expect(meetingAfter(...inside, panel('sound'), test)).toMatchObject({ level: 'moves', tested: false });
  });
});

describe('taking part in writing', () => {
  const writing: readonly WorldAction[] = [open, inWriting, join, next];

  it('has the fault in the chat, with the same ways out', () => {
    const broken = [...writing, next, next, next];
    expect(meetingAfter(...broken, phrase, send)?.said).toMatchObject([{ received: false }]);
    expect(meetingAfter(...broken, panel('sound'), source('o4'), phrase, send)?.said).toMatchObject([
      { received: true },
    ]);
    expect(factsAfter(...broken, leave, ...inside)).toMatchObject({ mended: true, way: 'writing' });
  });

  it('counts a message that was read as being heard', () => {
    expect(factsAfter(open, inWriting, mic(false), join, next, phrase, send)).toMatchObject({ heard: true });
    expect(factsAfter(open, mic(false), join, next, phrase, send)).toMatchObject({ heard: false });
  });

  it('has no voice, and no microphone to choose or test', () => {
    expect(refusal([...writing, phrase], say)).toBe('world.not-on-screen');
    expect(refusal([...writing, panel('sound')], test)).toBe('world.not-on-screen');
    expect(refusal([...writing, panel('sound')], source('o2'))).toBe('world.not-on-screen');
  });
});
