import { phraseActs } from '../phrases.ts';
import { sampleTexts } from '../samples.ts';
import { possibleIntents } from './intents.ts';
import type { AssistantAction, AssistantState, AssistantWorld } from './types.ts';

export function assistantActs(world: AssistantWorld, state: AssistantState): readonly AssistantAction[] {
  return [
    ...phraseActs(world.phraseGroups, state.phrases).map((act): AssistantAction => ({
      app: 'assistant',
      ...act,
    })),
    ...sampleTexts.map((typed): AssistantAction => ({ app: 'assistant', type: 'write', typed })),
    ...possibleIntents(world, state).map((intent): AssistantAction => ({
      app: 'assistant',
      type: 'send',
      intent,
    })),
  ];
}
