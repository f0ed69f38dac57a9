import type { AssistantAction } from '../../scenarios/world/assistant/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, lengthClassOf, textFeaturesOf, thing, view } from './declare.ts';

const phrase = thing('phrase', 'phrase', 'phraseId');
const request = view('request', 'Request to the assistant', 'Demande à l’assistant');

export const assistant: AppStatements<AssistantAction> = {
  name: { en: 'AI assistant', fr: 'Assistant IA' },
  actions: {
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: request, extensions: { lengthClass: lengthClassOf } },
    send: {
      verb: 'sent',
      tier: 2,
      object: request,
      extensions: { choice: ({ intent }) => localId(intent), textFeatures: textFeaturesOf },
      sometimes: ['textFeatures'],
    },
  },
};
