import type { WorldApp } from '../app.ts';
import { assistantActs } from './acts.ts';
import { assistantOffers, reduceAssistant, startAssistant } from './assistant.ts';
import type { AssistantAction, AssistantRefusal, AssistantState, AssistantWorld } from './types.ts';

export const assistant: WorldApp<AssistantWorld, AssistantState, AssistantAction, AssistantRefusal> = {
  start: startAssistant,
  reduce: reduceAssistant,
  acts: assistantActs,
  offers: assistantOffers,
};
