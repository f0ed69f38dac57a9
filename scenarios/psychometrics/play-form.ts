/** One simulated person plays a form. */
import type { StopReason } from '../kit/log.ts';
import type { Bank, Response } from '../kit/measurement-types.ts';
import {
  chooseScene,
  type EndedScene,
  type SceneFacts,
  type SelectionRules,
} from '../measurement/choose-scene.ts';
import type { Random } from '../measurement/random.ts';
import {
  drawEarned,
  type LikelihoodTable,
  type Player,
  RunningEstimate,
  type Truth,
} from './virtual-person.ts';

export interface Played {
  readonly truth: Truth;
  readonly knowledge: RunningEstimate;
  readonly met: readonly SceneFacts[];
  readonly stop: StopReason;
}

interface Person {
  readonly truth: Truth;
  readonly random: Random;
  readonly name: string;
  readonly player: Player;
}

/** @param rules null if the form is fixed */
export function playForm(
  { bank, scenes, rules }: { bank: Bank; scenes: readonly SceneFacts[]; rules: SelectionRules | null },
  table: LikelihoodTable,
  person: Person,
): Played {
  const { truth, random, name, player } = person;
  const knowledge = new RunningEstimate(bank, table);
  const play = ({ scenario }: SceneFacts): Response[] =>
    bank.items
      .filter((item) => item.scenario === scenario)
      .map((item) => ({ item, points: drawEarned(player, item, truth[item.dimension], random) }));
  if (rules === null) {
    knowledge.add(scenes.flatMap(play));
    return { truth, knowledge, met: scenes, stop: 'nothing-left' };
  }
  const met: SceneFacts[] = [];
  const ended: EndedScene[] = [];
  for (;;) {
    const candidates = scenes.filter((scene) => !met.includes(scene));
    const state = {
      bank,
      abilities: knowledge.abilities,
      ended,
      candidates,
      seed: name,
      activeMs: minutesOf(met) * 60_000,
      needs: [],
      byTouch: false,
    };
    const selection = chooseScene(state, rules);
    if ('stop' in selection) return { truth, knowledge, met, stop: selection.stop };
    const scene = candidates.find(({ scenario }) => scenario === selection.next);
    if (scene === undefined) throw new RangeError('a selection chose what is no candidate');
    const answers = play(scene);
    knowledge.add(answers);
    met.push(scene);
    const { scenario, heavyReading } = scene;
    ended.push({ scenario, heavyReading, points: answers.reduce((sum, { points }) => sum + points, 0) });
  }
}

export function minutesOf(scenes: readonly SceneFacts[]): number {
  return scenes.reduce((sum, { minutes }) => sum + minutes, 0);
}
