/** The list of scenarios with their versions, and the forms made of them. */
import type { FormsFile } from './schema.ts';

/** Which version of a scenario a scene pins. */
export interface ScenarioVersion {
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
}

/** Which scenes an attempt plays, in order. */
export type Form = FormsFile['forms'][number];

/** The newest version of a scenario, or undefined where there is none. */
export function findNewest(
  versions: readonly ScenarioVersion[],
  scenario: string,
): ScenarioVersion | undefined {
  return versions
    .filter((version) => version.scenario === scenario)
    .reduce<ScenarioVersion | undefined>(
      (newest, version) => (newest === undefined || isNewer(version, newest) ? version : newest),
      undefined,
    );
}

/**
 * The forms that can be played: a scenario that is not there is left out of its form, and a form that then has
 * fewer scenes than it needs for a grade is left out whole.
 */
export function playableForms(file: FormsFile, versions: readonly ScenarioVersion[]): Form[] {
  const isThere = (scenario: string): boolean => findNewest(versions, scenario) !== undefined;
  return file.forms
    .map((form) => ({ ...form, scenes: form.scenes.filter(isThere) }))
    .filter(({ scenes, minScenes }) => scenes.length >= minScenes);
}

function isNewer(left: ScenarioVersion, right: ScenarioVersion): boolean {
  if (left.worldVersion !== right.worldVersion) return left.worldVersion > right.worldVersion;
  return left.scoringVersion > right.scoringVersion;
}
