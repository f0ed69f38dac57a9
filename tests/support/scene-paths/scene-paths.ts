/** Every scene's way through a browser; a new scene adds its own. */
import { inboxPath } from './inbox-path.ts';
import { parcelPath } from './parcel-path.ts';
import { recyclingPath } from './recycling-path.ts';
import type { ScenePath } from './scene-path.ts';

export const scenePaths: readonly ScenePath[] = [inboxPath, parcelPath, recyclingPath];
