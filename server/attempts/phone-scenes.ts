/** Scenes that cannot be played on a phone wait for a computer; the others may come first (ADR 44). */
import { unlessThrown } from '../base/errors.ts';
import type { Content } from '../content/load.ts';
import type { SceneProgress } from '../storage/ports/attempts.ts';

type KnownScenes = Pick<Content, 'publicScene'>;

/** False for a scene that is gone: opening it says so. */
export function needsComputer(
  { publicScene }: KnownScenes,
  { scenario, worldVersion }: Pick<SceneProgress, 'scenario' | 'worldVersion'>,
): boolean {
  const found = unlessThrown(() => publicScene(scenario, worldVersion, 1), 'scenario.unknown');
  return found?.world.access.phone === false;
}

/** Whether a scene is the one that is open or, without any, waits behind none but scenes for a computer. */
export function mayBegin(content: KnownScenes, scenes: readonly SceneProgress[], sceneId: string): boolean {
  const open = scenes.find(({ status }) => status === 'open');
  if (open !== undefined) return open.sceneId === sceneId;
  const waiting = scenes.filter(({ status }) => status === 'waiting');
  const place = waiting.findIndex((scene) => scene.sceneId === sceneId);
  return place >= 0 && waiting.slice(0, place).every((scene) => needsComputer(content, scene));
}
