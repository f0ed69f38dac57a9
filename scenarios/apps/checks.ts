/** What the checks of a scenario ask of each simulated app. */
import type { Report } from '../checks/expect.ts';
import type { TextKey } from '../world/base.ts';
import type { World } from '../world/types.ts';

export interface AppChecks {
  /** Whether the world has this app. */
  readonly isIn: (world: World) => boolean;
  /** Reports ids of the app's part of the world that name nothing, or two things. */
  readonly check: (world: World, report: Report) => void;
  /** Every text key of the app's part of the world. */
  readonly textKeys: (world: World) => readonly TextKey[];
  /** Ids that help can point at, by kind: `message` for a place `mail:message:m5`. */
  readonly targets: (world: World, kind: string) => readonly string[];
}
