import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { findScenePlayed } from '../../../../server/content/find-scene.ts';
import { keyOfAction, namesInAction } from '../../../../server/reporting/action-words.ts';
import type { LogDigest } from '../../../../server/reporting/review-log.ts';
import { reviewScene } from '../../../../server/reporting/scene-review.ts';
import type { SceneProgress } from '../../../../server/storage/ports/attempts.ts';
import { act, content, play, resultOf } from '../../../support/s02.ts';

const scene: SceneProgress = {
  sceneId: '1',
  scenario: 's02-inbox',
  worldVersion: 1,
  scoringVersion: 1,
  status: 'done',
  fromSeq: 4,
};

function digestOf(...actions: readonly WorldAction[]): LogDigest {
  const result = resultOf(play(...actions));
  const ended = {
    kind: 'scene-ended',
    logSeq: 9,
    epoch: 1,
    at: 9,
    receivedAt: 9,
    scene,
    how: 'done',
    activeMs: 61_000,
    result,
  } as const;
  return {
    ended: new Map([['1', ended]]),
    help: new Map([['1', new Map([['reply', 3 as const]])]]),
    listens: new Map(),
    assists: new Map(),
    activeMs: new Map([['1', 61_000]]),
  };
}

describe('a scene review', () => {
  it('has each rule in exactly one list', () => {
    const digest = digestOf(
      act.open('m5'),
      act.help('reply', 3),
      act.reply('m5'),
      act.phrase('p3'),
      act.send,
      act.done,
    );
    const { seen, uncounted, toWork } = reviewScene(content, scene, { digest, seed: 1 });
    expect([...seen, ...uncounted, ...toWork].map(({ en }) => en).sort()).toEqual(
      [
        'Clearly says yes or no.',
        'Gives a time.',
        'Greets, thanks or names the person.',
        'Puts the attachment in the folder asked for.',
        'Replies to the right message, to Nadia only.',
        'Saves the attachment.',
      ].sort(),
    );
    expect(uncounted.map(({ en }) => en)).toEqual(['Replies to the right message, to Nadia only.']);
  });

  it('stays readable when the scenario no longer exists', () => {
    const gone = { ...scene, scenario: 's99-gone' };
    const digest = digestOf(act.open('m5'), act.done);
    expect(reviewScene(content, gone, { digest, seed: 1 })).toMatchObject({
      title: null,
      status: 'done',
      activeMs: 61_000,
      seen: [],
      toWork: [],
      help: [],
    });
    expect(namesInAction(act.open('m5'), findScenePlayed(content, gone, 1))).toEqual({});
  });

  it('shows what is not measured, and which help was open from the start', () => {
    const digest = digestOf(act.open('m5'), act.done);
    expect(reviewScene(content, scene, { digest, seed: 1 })).toMatchObject({
      isScored: true,
      isEased: false,
    });
    const eased = { ...scene, eased: true };
    const unscored: Pick<typeof content, 'publicScene' | 'evidence' | 'evidenceTexts'> = {
      ...content,
      publicScene: (...asked) => {
        const { world, texts } = content.publicScene(...asked);
        return { world: { ...world, scored: false }, texts };
      },
    };
    expect(reviewScene(unscored, eased, { digest, seed: 1 })).toMatchObject({
      isScored: false,
      isEased: true,
    });
  });

  it('is empty for a scene that was not reached', () => {
    const blank = {
      ended: new Map(),
      help: new Map(),
      listens: new Map(),
      assists: new Map(),
      activeMs: new Map(),
    };
    const waiting = { ...scene, status: 'waiting', fromSeq: 0 } as const;
    expect(reviewScene(content, waiting, { digest: blank, seed: 1 })).toMatchObject({
      title: { fr: 'La boîte de réception' },
      activeMs: null,
      dimensions: [],
      seen: [],
      toWork: [],
    });
  });

  it('uses the words of the seed that was played', () => {
    const subject = (seed: number): string | undefined =>
      namesInAction(act.open('m5'), findScenePlayed(content, scene, seed)).message?.fr;
    expect([subject(0), subject(1)]).toEqual(['Travailler jeudi soir', 'Travailler mercredi soir']);
  });

  it('names the button that does a step of the welcome another way when it was pressed', () => {
    const welcome = { ...scene, scenario: 's00-welcome', worldVersion: 2 };
    const played = findScenePlayed(content, welcome, 1);
    const steps = played?.world.practice?.steps ?? [];
    const [step] = steps.filter((one) => one.kind === 'use' && one.tool === 'text-size');
    const instead = { app: 'practice', type: 'instead', stepId: step?.id ?? '' } as const;
    expect(namesInAction(instead, played)).toMatchObject({
      instead: { fr: 'Le texte est déjà assez gros', en: 'The text is big enough already' },
    });
  });

  it('names the shelf and the number of a count', () => {
    const counting = { ...scene, scenario: 's14-punch-app', worldVersion: 1 };
    const played = findScenePlayed(content, counting, 1);
    const code = played?.world.punch?.shelves[0]?.code;
    const count = { app: 'punch', type: 'count', shelfId: 'h1', number: '5' } as const;
    expect(keyOfAction(count)).toBe('punch.count');
    expect(namesInAction(count, played)).toEqual({
      shelf: { fr: code, en: code },
      number: { fr: '5', en: '5' },
    });
    expect(keyOfAction({ ...count, number: '' })).toBe('punch.count.empty');
  });
});
