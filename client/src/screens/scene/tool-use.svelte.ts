/** Tells the practice page that a tool of the frame was used, where its step waits for that. */
import { untrack } from 'svelte';
import { useOfTool } from '../../../../scenarios/world/practice/practice.ts';
import type { PracticeTool } from '../../../../scenarios/world/practice/types.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import type { Comfort } from '../../state/comfort.svelte.ts';
import type { ScenePlay } from '../../state/scene-play.svelte.ts';

/** Called while a scene is set up; the size of text is followed by itself. Answers what tells of the other tools. */
export function followTools(
  play: ScenePlay,
  comfort: Comfort,
  act: (action: WorldAction) => void,
): (tool: PracticeTool) => void {
  const used = (tool: PracticeTool): void => {
    const action = useOfTool(play.world.practice, play.state.apps.practice, tool);
    if (action) act(action);
  };
  let before = comfort.values['text-size'];
  $effect(() => {
    const now = comfort.values['text-size'];
    if (now === before) return;
    before = now;
    untrack(() => {
      used('text-size');
    });
  });
  return used;
}
