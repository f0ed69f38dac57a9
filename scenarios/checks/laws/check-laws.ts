/**
 * The laws of a scored point, for scenes with routes.yaml; older scenes have none. Laws 11 (lawful and
 * usual) and 12 (parity) are judged by people.
 */
import { type Evidence } from '../../evidence/evaluate.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import { findChance, walkScene } from './chance.ts';
import { findDates } from './dates.ts';
import { findFloor, findFloorOpened } from './floor.ts';
import { findGoals } from './goals.ts';
import { findHelp } from './help.ts';
import { createLawScene, type JudgedFiles, type LawScene } from './law-scene.ts';
import { findLooksInWalks, findMonotone } from './monotone.ts';
import { findOneAct } from './one-act.ts';
import { findPairs } from './pairs.ts';
import { findRoutes } from './routes.ts';
import { findMadeTactics, findTactics, tryMadeTactics } from './tactics.ts';
import { findVariants } from './variants.ts';
import { findWords } from './words.ts';

/** Walks that are also looked at step by step, which is slow. */
const followedWalks = 10;

/** @param isThorough also looks at every play step by step and in each variant, and explores: slow */
export function checkLaws(
  files: JudgedFiles,
  evidence: Evidence,
  { isThorough }: { readonly isThorough: boolean },
): readonly Problem[] {
  const scene = createLawScene(files, evidence);
  return [
    ...findFloor(scene),
    ...findTactics(scene),
    ...findGoals(scene),
    ...findRoutes(scene),
    ...findHelp(scene),
    ...findWords(scene),
    ...findDates(scene),
    ...(isThorough ? explore(scene) : []),
  ];
}

function explore(scene: LawScene): readonly Problem[] {
  const made = tryMadeTactics(scene);
  const walks = walkScene(scene);
  const written = [...scene.plays, ...[...scene.routes, ...scene.tactics].flatMap(({ trials }) => trials)];
  return [
    ...findMonotone(scene),
    ...findVariants(scene),
    ...findFloorOpened(scene),
    ...findChance(scene, walks),
    ...findMadeTactics(scene, made),
    ...findPairs(scene),
    ...findLooksInWalks(
      scene,
      walks.flatMap((trials) => trials.slice(0, followedWalks)),
    ),
    ...findOneAct(scene, [...written, ...made, ...walks.flat()]),
  ];
}
