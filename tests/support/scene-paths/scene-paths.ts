/** The paths of scenes through a browser; a new scene adds its own. */
import { assistantPath } from './assistant-path.ts';
import { firstLoginPath } from './first-login-path.ts';
import { hiringPath } from './hiring-path.ts';
import { inboxPath } from './inbox-path.ts';
import { parcelPath } from './parcel-path.ts';
import { payStubPath } from './pay-stub-path.ts';
import { privacyPath } from './privacy-path.ts';
import { punchPath } from './punch-path.ts';
import { recyclingPath } from './recycling-path.ts';
import { schedulePath } from './schedule-path.ts';
import { meetingPath } from './meeting-path.ts';
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

/** Each is played by each input in a file of its own; other walks take them once, in the lowest frame. */
export const pathsByThemselves: readonly ScenePath[] = [
  punchPath,
  assistantPath,
  payStubPath,
  meetingPath,
  privacyPath,
];

export const everyPath: readonly ScenePath[] = [...scenePaths, ...pathsByThemselves];
