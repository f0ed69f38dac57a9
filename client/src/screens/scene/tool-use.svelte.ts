/** Reports use of the frame's tools to the practice page, if its step waits for one. */
import { untrack } from 'svelte';
import { useOfTool } from '../../../../scenarios/world/practice/shown.ts';
import type { PracticeTool } from '../../../../scenarios/world/practice/types.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import type { Comfort } from '../../state/comfort.svelte.ts';
import type { ScenePlay } from '../../state/scene-play.svelte.ts';

/**
 * Call it during component initialisation; it follows the text size by itself, also if the settings close on the size that
 * was there before. Returns a function that reports the use of other tools.
 */
export function followTools(
  play: ScenePlay,
  comfort: Comfort,
  isComfortOpen: () => boolean,
  act: (action: WorldAction) => void,
): (tool: PracticeTool) => void {
  const used = (tool: PracticeTool): void => {
    const action = useOfTool(play.world.practice, play.state.apps.practice, tool);
    if (action) act(action);
  };
  let size = comfort.values['text-size'];
  let wasOpen = isComfortOpen();
  $effect(() => {
    const [now, isStillOpen] = [comfort.values['text-size'], isComfortOpen()];
    const isChosen = now !== size || (wasOpen && !isStillOpen);
    size = now;
    wasOpen = isStillOpen;
    if (!isChosen) return;
    untrack(() => {
      used('text-size');
    });
  });
  return used;
}
