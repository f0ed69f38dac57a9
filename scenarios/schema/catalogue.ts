/** The list of scenarios with their versions, and the forms made of them. */
import type { FormsFile } from './scenario.ts';

/** Which version of a scenario a scene pins. */
export interface ScenarioVersion {
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
}

/** A version that is sound and can be played. */
export interface ListedScenario extends ScenarioVersion {
  /** False where it measures nothing: no form counts it. */
  readonly isScored: boolean;
}

/** Which scenes an attempt plays, in order. */
export type Form = FormsFile['forms'][number];

/** The newest version of a scenario, or undefined where there is none. */
export function findNewest<Version extends ScenarioVersion>(
  versions: readonly Version[],
  scenario: string,
): Version | undefined {
  return versions
    .filter((version) => version.scenario === scenario)
    .reduce<Version | undefined>(
      (newest, version) => (newest === undefined || isNewer(version, newest) ? version : newest),
      undefined,
    );
}

/** How many of these scenarios measure something. */
export function countScored(versions: readonly ListedScenario[], scenarios: readonly string[]): number {
  return scenarios.filter((scenario) => findNewest(versions, scenario)?.isScored === true).length;
}

/**
 * The forms that can be played: a scenario that is not there is left out of its form, and a form that then has
 * fewer scored scenes than it needs for a grade, or whose bank is not there, is left out whole.
 */
export function playableForms(
  file: FormsFile,
  versions: readonly ListedScenario[],
  bankVersions: readonly number[],
): Form[] {
  const isThere = (scenario: string): boolean => findNewest(versions, scenario) !== undefined;
  return file.forms
    .map((form) => ({
      ...form,
      scenes: form.scenes.filter(isThere),
      core: form.core.filter(isThere),
      afterHelperOffer: form.afterHelperOffer.filter(isThere),
    }))
    .filter(
      ({ scenes, minScenes, bankVersion }) =>
        countScored(versions, scenes) >= minScenes && bankVersions.includes(bankVersion),
    );
}

function isNewer(left: ScenarioVersion, right: ScenarioVersion): boolean {
  if (left.worldVersion !== right.worldVersion) return left.worldVersion > right.worldVersion;
  return left.scoringVersion > right.scoringVersion;
}
