/** What the checks of a scenario ask of each simulated app. */
import type { Report } from './expect.ts';
import type { TextKey } from '../world/base.ts';
import type { PhraseGroup } from '../world/phrases.ts';
import type { World } from '../world/types.ts';

export interface AppChecks {
  /** Whether the world has this app. */
  readonly isIn: (world: World) => boolean;
  /** Reports ids of the app's part of the world that name nothing, or two things. */
  readonly check: (world: World, report: Report) => void;
  /** Every text key of the app's part of the world. */
  readonly textKeys: (world: World) => readonly TextKey[];
  /** Ready-made sentences of the app's part of the world, where people write in it. */
  readonly phraseGroups?: (world: World) => readonly PhraseGroup[];
  /** Ids that help can point at, by kind: `message` for a place `mail:message:m5`. */
  readonly targets: (world: World, kind: string) => readonly string[];
}

/** Every text key of an app's ready-made sentences. */
export function phraseTextKeys(groups: readonly PhraseGroup[]): TextKey[] {
  return groups.flatMap(({ title, phrases }) => [title, ...phrases.map(({ text }) => text)]);
}
