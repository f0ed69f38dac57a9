import { stepOnPage } from './shown.ts';
import type { PracticeAction, PracticeState, PracticeStep, PracticeWorld } from './types.ts';

export function practiceActs(world: PracticeWorld, state: PracticeState): readonly PracticeAction[] {
  const step = stepOnPage(world, state);
  if (step === undefined) return [];
  return [
    { app: 'practice', type: 'pass', stepId: step.id },
    ...(step.kind === 'use' ? [] : ([{ app: 'practice', type: 'miss', stepId: step.id }] as const)),
    ...stepActs(state, step),
  ];
}

function stepActs(state: PracticeState, step: PracticeStep): readonly PracticeAction[] {
  const { id: stepId } = step;
  const press = ({ id: thingId }: { readonly id: string }): PracticeAction => ({
    app: 'practice',
    type: 'press',
    stepId,
    thingId,
  });
  switch (step.kind) {
    case 'point':
      return step.things.map(press);
    case 'scroll':
      return [press(step.found)];
    case 'open':
      return state.isOpen ? [{ app: 'practice', type: 'go-on', stepId }] : step.letters.map(press);
    case 'type':
      return (['word', 'other', 'empty'] as const).map((reading) => ({
        app: 'practice',
        type: 'enter',
        stepId,
        reading,
      }));
    case 'undo':
      if (state.back === stepId) return [{ app: 'practice', type: 'seen', stepId }];
      return state.isErased ? [] : [{ app: 'practice', type: 'erase', stepId }];
    case 'use':
      return [
        { app: 'practice', type: 'use', stepId, tool: step.tool },
        ...(step.instead === undefined ? [] : ([{ app: 'practice', type: 'instead', stepId }] as const)),
      ];
  }
}
