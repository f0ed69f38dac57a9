/** The path of every scene through a browser; a new scene adds its own. */
import { firstLoginPath } from './first-login-path.ts';
import { hiringPath } from './hiring-path.ts';
import { inboxPath } from './inbox-path.ts';
import { parcelPath } from './parcel-path.ts';
import { recyclingPath } from './recycling-path.ts';
import { schedulePath } from './schedule-path.ts';
import type { ScenePath } from './scene-path.ts';
import { tidyPath } from './tidy-path.ts';
import { welcomePath } from './welcome-path.ts';

export const scenePaths: readonly ScenePath[] = [
  welcomePath,
  firstLoginPath,
  inboxPath,
  tidyPath,
  schedulePath,
  parcelPath,
  hiringPath,
  recyclingPath,
];
