import type { ScenePlay } from '../../state/scene-play.svelte.ts';

/** Whether help's arrow shows only a step towards its target, such as « Répondre ». */
export function isOnWay({ pointed, state, world }: ScenePlay, target: string): boolean {
  if (pointed !== null) return pointed !== target && !pointed.startsWith(`${target}:`);
  return world.apps.some((app) => app !== state.apps.active && target.startsWith(`${app}:`));
}
