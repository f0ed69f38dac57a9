/** Practising the gestures: the order of steps, recorded mistakes, and the offer of a helper. */
import { describe, expect, it } from 'vitest';
import { listHardGestures, needsHelperOffer } from '../../../../scenarios/world/practice/helper-offer.ts';
import { stepOnPage } from '../../../../scenarios/world/practice/shown.ts';
import { readWord } from '../../../../scenarios/world/practice/read-word.ts';
import type { PracticeAction, PracticeState } from '../../../../scenarios/world/practice/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { phoneScene } from '../../../support/phone-scene.ts';
import { practiceScene as world } from '../../../support/practice-scene.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;
const undo: WorldAction = { app: 'desk', type: 'undo' };

function on(action: Bare<PracticeAction>): WorldAction {
  return { app: 'practice', ...action };
}

const press = (stepId: string, thingId: string): WorldAction => on({ type: 'press', stepId, thingId });
const pass = (stepId: string): WorldAction => on({ type: 'pass', stepId });
const miss = (stepId: string): WorldAction => on({ type: 'miss', stepId });
const enter = (reading: 'word' | 'other' | 'empty'): WorldAction =>
  on({ type: 'enter', stepId: 'type', reading });

function play(actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${String(index)} ${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function practiceAfter(actions: readonly WorldAction[]): PracticeState {
  const { practice } = play(actions).apps;
  if (practice === undefined) throw new Error('no practice page');
  return practice;
}

function codeOf(before: readonly WorldAction[], action: WorldAction): string {
  const next = step(world, play(before), action, { epoch: 1, actionSeq: before.length + 1 });
  return next.ok ? 'taken' : next.code;
}

const toUndo = [press('point', 'mug'), press('scroll', 'keys'), pass('open'), enter('word')];
const rightWay: readonly WorldAction[] = [
  ...[press('point', 'mug'), press('scroll', 'keys'), press('open', 'l2')],
  ...[on({ type: 'go-on', stepId: 'open' }), enter('word'), on({ type: 'erase', stepId: 'undo' }), undo],
  on({ type: 'use', stepId: 'listen', tool: 'listen' }),
  on({ type: 'use', stepId: 'pause', tool: 'pause' }),
  on({ type: 'use', stepId: 'size', tool: 'text-size' }),
];

describe('the steps of the practice page', () => {
  it('come one after the other when each is done correctly', () => {
    const { outcomes, misses } = practiceAfter(rightWay);
    expect(Object.keys(outcomes)).toEqual(world.practice?.steps.map(({ id }) => id));
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['done']));
    expect(misses).toEqual({});
  });

  it('can each be skipped', () => {
    const ids = world.practice?.steps.map(({ id }) => id) ?? [];
    const { outcomes } = practiceAfter(ids.map(pass));
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['passed']));
  });

  it('ignore a late press that belongs to the step before', () => {
    expect(codeOf([press('point', 'mug')], press('point', 'mug'))).toBe('practice.not-now');
    expect(codeOf(rightWay, pass('size'))).toBe('practice.not-now');
  });

  it('refuse what is not on their page', () => {
    expect(codeOf([], press('point', 'keys'))).toBe('world.unknown-target');
    expect(codeOf([], on({ type: 'erase', stepId: 'point' }))).toBe('practice.not-now');
    expect(codeOf(toUndo.slice(0, 2), on({ type: 'go-on', stepId: 'open' }))).toBe('practice.not-now');
    expect(codeOf(toUndo, on({ type: 'use', stepId: 'undo', tool: 'pause' }))).toBe('practice.not-now');
  });
});

describe('a mistake on the practice page', () => {
  it('is recorded and does not end the step', () => {
    const state = practiceAfter([press('point', 'plant'), miss('point'), press('point', 'mug')]);
    expect(state.misses).toEqual({ point: 2 });
    expect(state.outcomes).toEqual({ point: 'done' });
  });

  it('is made by opening another message, typing another word or leaving a box empty', () => {
    const state = practiceAfter([
      ...[press('point', 'mug'), press('scroll', 'keys'), press('open', 'l1'), pass('open')],
      ...[enter('other'), enter('empty')],
    ]);
    expect(state.misses).toEqual({ open: 1, type: 2 });
  });

  it('is no step for undo, and stays recorded when something else is undone', () => {
    expect(play([miss('point')]).past).toHaveLength(0);
    const state = practiceAfter([press('point', 'mug'), miss('scroll'), undo]);
    expect(state.outcomes).toEqual({});
    expect(state.misses).toEqual({ scroll: 1 });
  });
});

describe('the step about undo', () => {
  it('is done by an undo that restores the note', () => {
    const erased = [...toUndo, on({ type: 'erase', stepId: 'undo' })];
    expect(practiceAfter(erased).isErased).toBe(true);
    const state = practiceAfter([...erased, undo]);
    expect(state.isErased).toBe(false);
    expect(state.outcomes.undo).toBe('done');
  });

  it('is not done by an undo of something else', () => {
    const { practice } = world;
    if (practice === undefined) throw new Error('no practice page');
    const state = practiceAfter([...toUndo, undo]);
    expect(state.outcomes.undo).toBeUndefined();
    expect(stepOnPage(practice, state)?.id).toBe('type');
  });

  it('can be undone without limit, back to the first page', () => {
    const state = play([...rightWay, ...Array<WorldAction>(play(rightWay).past.length).fill(undo)]);
    expect(state.past).toHaveLength(0);
    expect(state.apps.practice?.outcomes).toEqual({});
  });
});

describe('a page that shows the note again and offers another way', () => {
  const { practice: page } = world;
  const wide: World = {
    ...world,
    practice: {
      steps: (page?.steps ?? []).map((one) => {
        if (one.kind === 'undo') return { ...one, back: 'La note est revenue.' };
        return one.kind === 'use' && one.tool !== 'pause' ? { ...one, instead: 'Autrement' } : one;
      }),
    },
  };
  const outcome = (actions: readonly WorldAction[]): PracticeState | undefined =>
    actions.reduce((state, action, index) => {
      const next = step(wide, state, action, { epoch: 1, actionSeq: index + 1 });
      return next.ok ? next.state : state;
    }, startScene(wide)).apps.practice;
  const undone = [...toUndo, on({ type: 'erase', stepId: 'undo' }), undo];

  it('keeps the note that came back until the person goes on', () => {
    expect(outcome(undone)).toMatchObject({ isErased: false, back: 'undo' });
    expect(outcome(undone)?.outcomes.undo).toBeUndefined();
    expect(outcome([...undone, on({ type: 'erase', stepId: 'undo' })])?.isErased).toBe(false);
    expect(outcome([...undone, on({ type: 'seen', stepId: 'undo' })])?.outcomes.undo).toBe('done');
  });

  it('takes no note for seen that is still there', () => {
    expect(outcome([...toUndo, on({ type: 'seen', stepId: 'undo' })])?.outcomes.undo).toBeUndefined();
  });

  it('lets a step be done another way where the page offers one', () => {
    const seen = [...undone, on({ type: 'seen', stepId: 'undo' })];
    const state = outcome([
      ...[...seen, on({ type: 'instead', stepId: 'listen' })],
      on({ type: 'instead', stepId: 'pause' }),
    ]);
    expect(state?.outcomes.listen).toBe('done');
    expect(state?.outcomes.pause).toBeUndefined();
  });
});

describe('the word to copy', () => {
  it.each([
    ['Forêt', 'word'],
    [' foret ', 'word'],
    ['FORÊT', 'word'],
    ['for\u0065\u0302t', 'word'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['forêts', 'other'],
  ])('%j is read as %s', (typed, expected) => {
    expect(readWord(typed, 'Forêt')).toBe(expected);
  });
});

/** From the best outcome of a gesture to the worst. */
const kinds = [0, 1, 2, 3, 5, 'passed', 'left'] as const;
type Outcome = (typeof kinds)[number];
const gestures = ['point', 'scroll', 'open', 'type', 'undo'] as const;
const outcomes = gestures.reduce<readonly (readonly Outcome[])[]>(
  (lists) => lists.flatMap((list) => kinds.map((kind) => [...list, kind])),
  [[]],
);

function isOffered(each: readonly Outcome[]): boolean {
  const state = startScene(world);
  const ended: Record<string, 'done' | 'passed'> = {};
  const misses: Record<string, number> = {};
  for (const [at, id] of gestures.entries()) {
    const outcome = each[at] ?? 'left';
    if (outcome !== 'left') ended[id] = outcome === 'passed' ? 'passed' : 'done';
    if (typeof outcome === 'number' && outcome > 0) misses[id] = outcome;
  }
  const practice: PracticeState = { outcomes: ended, misses, isOpen: false, isErased: false };
  return needsHelperOffer(world, { ...state, apps: { ...state.apps, practice } });
}

describe('the offer of a helper', () => {
  const over: WorldAction = { app: 'desk', type: 'done' };
  const skip: WorldAction = { app: 'desk', type: 'skip' };
  const right = [rightWay.slice(0, 1), rightWay.slice(1, 2), rightWay.slice(2, 4)];
  const ways = [...right, rightWay.slice(4, 5), rightWay.slice(5, 7)];
  const playWithMisses = (at: number, count: number): WorldAction[] => [
    ...Array<WorldAction>(count).fill(miss(gestures[at] ?? '')),
    ...(ways[at] ?? []),
  ];
  const rest = (from: number): WorldAction[] => ways.slice(from).flat();

  it('is not made to a person who did the steps', () => {
    expect(needsHelperOffer(world, play(rightWay))).toBe(false);
  });

  it('is made if three gestures were skipped or each needed three presses', () => {
    const two = [miss('point'), miss('point'), miss('point'), press('point', 'mug'), pass('scroll')];
    expect(needsHelperOffer(world, play([...two, ...rest(2)]))).toBe(false);
    const three = play([...two, pass('open'), ...rest(3)]);
    expect(listHardGestures(world, three)).toEqual(['point', 'scroll', 'open']);
    expect(needsHelperOffer(world, three)).toBe(true);
  });

  it('counts gestures, not the tools around the page', () => {
    const state = play([...rightWay.slice(0, 7), pass('listen'), pass('pause'), pass('size')]);
    expect(needsHelperOffer(world, state)).toBe(false);
  });

  it('is made if as many misses are spread over more gestures, up to three counted in each', () => {
    const missed = (counts: readonly number[]): SceneState =>
      play([...counts.flatMap((count, at) => playWithMisses(at, count)), ...rest(counts.length)]);
    expect(needsHelperOffer(world, missed([2, 2, 2, 2, 1]))).toBe(true);
    expect(needsHelperOffer(world, missed([2, 2, 2, 1, 1]))).toBe(false);
    expect(needsHelperOffer(world, missed([9, 2, 0, 0, 0]))).toBe(false);
  });

  it('is made to a person who gave up on the way, as to one who skipped what was left', () => {
    const stuck = Array<WorldAction>(9).fill(miss('point'));
    expect(needsHelperOffer(world, play([...stuck, skip]))).toBe(true);
    expect(needsHelperOffer(world, play([pass('point'), pass('scroll'), over]))).toBe(true);
    const left = play([...rightWay.slice(0, 4), over]);
    const skipped = play([...rightWay.slice(0, 4), pass('type'), pass('undo'), over]);
    expect([needsHelperOffer(world, left), needsHelperOffer(world, skipped)]).toEqual([false, false]);
  });

  it('is not made to a person who left the page untouched', () => {
    for (const end of [over, skip]) expect(needsHelperOffer(world, play([end]))).toBe(false);
  });

  it('passes nobody over who did worse in any gesture than somebody who gets it', () => {
    const worse: string[] = [];
    for (const one of outcomes.filter(isOffered)) {
      for (const [at, outcome] of one.entries()) {
        const other = one.with(at, kinds[kinds.indexOf(outcome) + 1] ?? outcome);
        const isTouched = other.some((each) => each !== 'left');
        if (isTouched && !isOffered(other)) worse.push(`${one.join()} but not ${other.join()}`);
      }
    }
    expect(worse).toEqual([]);
  });

  it('is never made in a scene without a practice page', () => {
    expect(needsHelperOffer(phoneScene, startScene(phoneScene))).toBe(false);
  });
});
