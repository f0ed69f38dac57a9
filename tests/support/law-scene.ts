/** The small scene of the authors' pages that is judged by the laws, and broken copies of it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkScenario, checkThoroughly } from '../../scenarios/checks/check-scenario.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';

export const lawFolder = 'x02-two-warnings/v1';
const directory = resolve(import.meta.dirname, '../../docs/authors/example', lawFolder);

/** The files of a scene that is judged by the laws. */
export function readTexts(folder: string): ScenarioTexts {
  return Object.fromEntries(
    [...scenarioFileNames, ...lawFileNames].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ) as ScenarioTexts;
}

export const lawTexts = readTexts(directory);

/** A text of a file, and what stands there instead. */
export type Edit = readonly [file: keyof ScenarioTexts, from: string, to: string];

/** @throws if a file does not contain the text */
export function edited(edits: readonly Edit[]): ScenarioTexts {
  return edits.reduce((texts, [file, from, to]) => {
    const text = texts[file] ?? '';
    if (!text.includes(from)) throw new Error(`« ${from} » is not in ${file}`);
    return { ...texts, [file]: text.replace(from, to) };
  }, lawTexts);
}

export function findingsIn(texts: ScenarioTexts, { isThorough = false } = {}): readonly Problem[] {
  const check = isThorough ? checkThoroughly : checkScenario;
  const { errors, warnings } = check(lawFolder, texts);
  return [...errors, ...warnings];
}
