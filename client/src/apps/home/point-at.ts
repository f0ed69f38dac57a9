import { iconOfPlace } from '../../../../scenarios/world/home/icon-of-place.ts';
import type { HomeState, HomeWorld } from '../../../../scenarios/world/home/types.ts';

/** For `route` of AppFrame: another app of the phone is reached by its icon. */
export function listRoute(pointAt: string | null, world: HomeWorld, { open }: HomeState): readonly string[] {
  if (pointAt === null) return [];
  const here = pointAt.startsWith('home:') ? [pointAt] : [];
  if (open !== null) return [...here, 'home:back'];
  const icon = iconOfPlace(world, pointAt);
  return [...here, ...(icon === undefined ? [] : [`home:icon:${icon.id}`]), 'home:icons'];
}
