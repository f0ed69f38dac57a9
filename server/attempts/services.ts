import type { Content } from '../content/load.ts';
import type { Log } from '../base/log.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { Pace } from './pace.ts';
import type { SceneCache } from './scene-cache.ts';

export interface AttemptServices {
  readonly storage: Storage;
  readonly content: Content;
  readonly scenes: SceneCache;
  readonly pace: Pace;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
  readonly build: string;
  /** EFFORT_FLAGS. */
  readonly flagsEffort: boolean;
}

export interface PlayerLaunch extends Launch {
  readonly personId: string;
  readonly resourceLinkId: string;
}
