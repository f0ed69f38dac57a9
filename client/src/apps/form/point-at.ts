import type { FormWorld } from '../../../../scenarios/world/form/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, world: FormWorld): readonly string[] {
  if (!pointAt?.startsWith('form:')) return [];
  // Which site is the right one is for the person to find.
  if (['form:boxes', 'form:card'].includes(pointAt)) return [pointAt, 'form:home'];
  const { site } = world.note.link;
  const onward = ['form:summary', 'form:number'].includes(pointAt)
    ? [`form:send:${site}`, `form:continue:${site}`]
    : [];
  return [pointAt, ...onward, `form:link:${site}`, 'form:home'];
}
