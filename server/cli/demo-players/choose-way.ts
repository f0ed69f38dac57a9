import { createRandom } from '../../../scenarios/measurement/random.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { SceneWays, Way } from './scene-ways.ts';

/** From worst to best. `nothing` presses « J’ai fini » at once; `careless` reads nothing. */
export type Manner = 'nothing' | 'careless' | 'weak' | 'average' | 'competent' | 'expert';

export function chooseWay(
  { ways, isScored }: SceneWays,
  manner: Manner,
  seed: string,
): Pick<Way, 'actions' | 'share'> {
  const random = createRandom(seed);
  const of = (kind: Way['kind']): readonly Way[] => ways.filter((way) => way.kind === kind);
  const nearest = (share: number): Way | undefined => {
    const away = (way: Way): number => Math.abs(way.share - share);
    return of('play').toSorted((one, other) => away(one) - away(other))[0];
  };
  const any = (among: readonly Way[]): Way | undefined => among[Math.floor(random.uniform() * among.length)];
  const around = (share: number): number => share + (random.uniform() - 0.5) / 3;
  const done: readonly WorldAction[] = [{ app: 'desk', type: 'done' }];
  const atOnce = { actions: done, share: 0 };
  if (manner === 'nothing') return atOnce;
  if (!isScored) return of('play')[0] ?? atOnce;
  const chosen = {
    careless: () => any(of('tactic')),
    weak: () => nearest(around(1 / 3)),
    average: () => nearest(around(2 / 3)),
    competent: () => (random.uniform() < 0.6 ? any(of('route')) : nearest(around(0.8))),
    expert: () => ways.find(({ goalsOnly }) => goalsOnly),
  }[manner]();
  return chosen ?? nearest(1) ?? atOnce;
}
