/** No honest way through a scene is flagged, even at the pace of the quickest person. */
import { describe, expect, it } from 'vitest';
import { countActs } from '../../../../scenarios/kit/count-acts.ts';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import { flagsOf } from '../../../../server/attempts/effort.ts';
import { content } from '../../../support/s02.ts';
import { type HonestRoute, listHonestRoutes } from '../../../support/scene-routes.ts';
import { atPace, endOfLog, nothingEarned, type Pace } from '../../../support/timed-log.ts';

/** One press sometimes makes two actions at the same time, as leaving a text and sending it. */
const paces: Readonly<Record<string, Pace>> = {
  'an expert who knows the scene, by keyboard': { lookMs: 1_500, gapsMs: [500, 0, 600] },
  'a quick adult with a mouse': { lookMs: 3_000, gapsMs: [1_100, 0, 900] },
  'a phone user': { lookMs: 4_000, gapsMs: [1_400, 800, 0, 2_500] },
  'a screen reader user': { lookMs: 12_000, gapsMs: [4_000, 0, 9_000] },
};

const plays = listHonestRoutes();

function flags({ scene, actions }: HonestRoute, pace: Pace, earlier: LogEntry[][] = []): readonly string[] {
  const ref = { ...scene, sceneId: '1' };
  const log = atPace(actions, pace, ref);
  const fewestActs = content.fewestActs(scene);
  return flagsOf(log, { scene: ref, fewestActs, result: nothingEarned, earlier }, endOfLog(log));
}

describe('the routes of every judged scene', () => {
  it('are there, at least six for each scene', () => {
    const scenes = new Set(plays.map(({ scene }) => scene.scenario));
    expect(plays.length).toBeGreaterThanOrEqual(6 * scenes.size);
    expect(scenes.size).toBeGreaterThanOrEqual(7);
  });

  it.each(Object.entries(paces))('are never flagged at the pace of %s', (_who, pace) => {
    const flagged = plays.flatMap((play) => flags(play, pace).map((flag) => [play.scene, play.name, flag]));
    expect(flagged).toEqual([]);
  });

  it('are never a repeat when a person takes the same way again at their own rhythm', () => {
    const again: Pace = { lookMs: 2_400, gapsMs: [980, 70, 1_010] };
    const first = paces['a quick adult with a mouse'] ?? again;
    const flagged = plays.filter((play) => {
      const earlier = atPace(play.actions, first, { ...play.scene, sceneId: '1' });
      return flags(play, again, [earlier]).length > 0;
    });
    expect(flagged).toEqual([]);
  });

  it('are all flagged if a script sends their actions at one time', () => {
    const missed = plays.filter((play) => flags(play, { lookMs: 1, gapsMs: [1] }).length === 0);
    expect(missed.filter(({ actions }) => countActs(actions) >= 4)).toEqual([]);
  });
});
