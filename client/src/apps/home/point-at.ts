import type { HomeState } from '../../../../scenarios/world/home/types.ts';

/** For `route` of AppFrame: another app of the phone is reached by its icon. */
export function listRoute(pointAt: string | null, { open }: HomeState): readonly string[] {
  if (pointAt === null) return [];
  const isHere = pointAt.startsWith('home:');
  return [...(isHere ? [pointAt] : []), ...(open === null ? ['home:icons'] : ['home:back'])];
}
