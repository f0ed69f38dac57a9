import type { FormsFile } from './scenario.ts';

export interface ScenarioVersion {
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
}

export interface ListedScenario extends ScenarioVersion {
  /** False if the scene measures nothing. */
  readonly isScored: boolean;
}

export type Form = FormsFile['forms'][number];

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

/** A scenario that is gone was scored: unscored ones leave no result. */
export function isScored(versions: readonly ListedScenario[], scenario: string): boolean {
  return findNewest(versions, scenario)?.isScored !== false;
}

export function countScored(versions: readonly ListedScenario[], scenarios: readonly string[]): number {
  return scenarios.filter((scenario) => findNewest(versions, scenario)?.isScored === true).length;
}

/**
 * Drops scenarios that are missing. Drops a form if its bank is missing, or if too few scored scenes remain
 * for a grade.
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
