/** What the frame around the app needs too: no reducer. */
import type { PracticeAction, PracticeState, PracticeStep, PracticeTool, PracticeWorld } from './types.ts';

/** Undefined once all steps are done or skipped. */
export function stepOnPage(world: PracticeWorld, state: PracticeState): PracticeStep | undefined {
  return world.steps.find(({ id }) => state.outcomes[id] === undefined);
}

/** Null if the step on the page does not wait for the tool. */
export function useOfTool(
  world: PracticeWorld | undefined,
  state: PracticeState | undefined,
  tool: PracticeTool,
): PracticeAction | null {
  const step = world && state ? stepOnPage(world, state) : undefined;
  if (step?.kind !== 'use' || step.tool !== tool) return null;
  return { app: 'practice', type: 'use', stepId: step.id, tool };
}
