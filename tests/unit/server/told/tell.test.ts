import { describe, expect, it } from 'vitest';
import type { ScoredScene } from '../../../../scenarios/kit/log.ts';
import { tell } from '../../../../server/told/tell.ts';
import { listNewestScenarios, playIn, resultIn } from '../../../support/scene-plays.ts';
import { act, content, play, resultOf } from '../../../support/s02.ts';

const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };

function toldOf(results: readonly ScoredScene[], hasLevel: boolean) {
  return tell(content, { results, seed: 1, startedAt: 0, bank: content.getBank(1), hasLevel });
}

describe('what is told about a person', () => {
  const reply = [act.open('m5'), act.reply('m5'), act.phrase('p12'), act.send];
  const results = [{ scene, how: 'done' as const, result: resultOf(play(...reply, act.done)) }];

  it('has neither strengths nor steps without a level, but what the person did', () => {
    const told = toldOf(results, false);
    expect(told).toMatchObject({ strengths: [], nextSteps: [] });
    expect(told.shown.map(({ words }) => words.fr)).toContain('Vous avez répondu à la bonne personne.');
  });

  it('credits nothing in a scene that was skipped, and no rule that help showed', () => {
    const skipped = [{ scene, how: 'skipped' as const, result: resultOf(play(...reply, act.skip)) }];
    expect(toldOf(skipped, true).shown).toEqual([]);
    const result = resultOf(play(act.help('reply', 3), ...reply, act.done));
    const shown = toldOf([{ scene, how: 'done', result }], true).shown.map(({ words }) => words.fr);
    expect(shown).not.toContain('Vous avez répondu à la bonne personne.');
  });

  it('still works when a scenario is gone: points count, sentences are missing', () => {
    const gone = results.map((one) => ({ ...one, scene: { ...scene, scenario: 's99-gone' } }));
    expect(toldOf(gone, true)).toMatchObject({ shown: [], talkingPoints: [] });
  });

  it('names as left to do what was not answered, never a goal of what the person showed, when the page was found', () => {
    const [played] = listNewestScenarios().filter(({ world }) => world.id === 's07-recycling');
    const actions = played?.plays.find(({ id }) => id === 'finds-without-answering')?.actions ?? [];
    if (played === undefined) throw new Error('the scenario is gone');
    const { id: scenario, version: worldVersion } = played.world;
    const { scoringVersion } = content.currentVersions(scenario);
    const about = { sceneId: '7', scenario, worldVersion, scoringVersion };
    const result = resultIn(played, playIn(played, actions));
    const { nextSteps } = toldOf([{ scene: about, how: 'done', result }], true);
    expect(nextSteps).toMatchObject([
      {
        dimension: 'INF',
        left: [{ fr: 'Dis l’heure à Rosa.' }, { fr: 'Dis aussi sur quelle page tu l’as lue.' }],
      },
    ]);
  });
});
