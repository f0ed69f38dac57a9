/**
 * The laws of a scored point. A scene is judged by them if it has routes.yaml; scenes of before the laws have none
 * and stay for the attempts that began with them. Laws 11 (lawful and usual) and 12 (parity) are judged by people.
 */
import { type Evidence } from '../../evidence/evaluate.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import { findChance, walkScene } from './chance.ts';
import { findDates } from './dates.ts';
import { findFloor } from './floor.ts';
import { findGoals } from './goals.ts';
import { findHelp } from './help.ts';
import { createLawScene, type JudgedFiles } from './law-scene.ts';
import { findMonotone } from './monotone.ts';
import { findOneAct } from './one-act.ts';
import { findPairs } from './pairs.ts';
import { findRoutes } from './routes.ts';
import { findTactics, tryMadeTactics } from './tactics.ts';
import { findVariants } from './variants.ts';
import { findWords } from './words.ts';

/** Walks that are also looked at step by step, which is slow. */
const followedWalks = 10;

export function checkLaws(
  files: JudgedFiles,
  evidence: Evidence,
  { withWalks }: { readonly withWalks: boolean },
): readonly Problem[] {
  const scene = createLawScene(files, evidence);
  const made = tryMadeTactics(scene);
  const walks = withWalks ? walkScene(scene) : [];
  const all = [
    ...scene.plays,
    ...scene.routes.flatMap(({ trials }) => trials),
    ...scene.tactics.flatMap(({ trials }) => trials),
    ...made,
    ...walks.flat(),
  ];
  return [
    ...findFloor(scene),
    ...findChance(scene, walks),
    ...findTactics(scene, made),
    ...findPairs(scene),
    ...findGoals(scene),
    ...findMonotone(
      scene,
      walks.flatMap((trials) => trials.slice(0, followedWalks)),
    ),
    // A few plays alone may not tell two rules apart.
    ...(withWalks ? findOneAct(scene, all) : []),
    ...findRoutes(scene),
    ...findHelp(scene),
    ...findWords(scene),
    ...findVariants(scene),
    ...findDates(scene),
  ];
}
