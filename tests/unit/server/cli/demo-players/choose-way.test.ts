import { describe, expect, it } from 'vitest';
import { chooseWay, type Manner } from '../../../../../server/cli/demo-players/choose-way.ts';
import { players } from '../../../../../server/cli/demo-players/players.ts';
import { type SceneWays, WaysReader } from '../../../../../server/cli/demo-players/scene-ways.ts';
import { EXAMPLES } from '../../../../../sandbox/lms/people-and-courses.ts';
import { content, contentDirectory } from '../../../../support/s02.ts';

const reader = new WaysReader(contentDirectory);
const scenes = content.getForm('first-week').scenes.map((scenario): SceneWays => {
  const { worldVersion } = content.currentVersions(scenario);
  const { world, texts } = content.publicScene(scenario, worldVersion, 1, Date.now());
  const answer = { sceneId: '1', world, texts, actions: [], stateHash: '', room: 0, eased: false };
  return reader.read(answer, 'fr');
});

/** Of the points of all scored scenes, on average. */
function shareOf(manner: Manner, seed: string): number {
  const scored = scenes.filter(({ isScored }) => isScored);
  const shares = scored.map((scene, place) => chooseWay(scene, manner, `${seed} ${place}`).share);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe('chooseWay', () => {
  it.each(['one', 'two', 'three'])('plays better with each manner, for the seed %s', (seed) => {
    const manners = ['nothing', 'careless', 'weak', 'average', 'competent', 'expert'] as const;
    const shares = manners.map((manner) => shareOf(manner, seed));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  it('chooses the same way for the same seed', () => {
    for (const scene of scenes) {
      expect(chooseWay(scene, 'competent', 'same')).toEqual(chooseWay(scene, 'competent', 'same'));
    }
  });

  it('ends every scene once, by « J’ai fini »', () => {
    for (const { actions } of scenes.map((scene) => chooseWay(scene, 'average', 'x'))) {
      const ends = actions.filter(({ app, type }) => app === 'desk' && (type === 'done' || type === 'skip'));
      expect([ends.length, actions.at(-1)]).toEqual([1, { app: 'desk', type: 'done' }]);
    }
  });
});

it('has a way to play for each person whom the LMS marks as invented', () => {
  expect(players.map(({ personId }) => personId)).toEqual(EXAMPLES.map(({ id }) => id));
});
