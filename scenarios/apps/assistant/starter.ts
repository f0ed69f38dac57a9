import type { ActionOf, Starter } from '../../kit/app.ts';
import type { AssistantWorld } from '../../world/assistant/types.ts';

export const assistantStarter: Starter<AssistantWorld, ActionOf<'assistant'>> = {
  about: {
    fr: 'Un assistant IA simulé, qui répond selon ce que veut la demande, toujours par le même texte.',
    en: 'A simulated AI assistant, which answers by what a request wants, always with the same text.',
  },
  world: {
    intents: [
      { id: 'list', words: 'assistant.list.words', phrases: ['a1'], answer: ['assistant.list.1'] },
      { id: 'other', phrases: [], answer: ['assistant.other.1'] },
    ],
    phraseGroups: [
      {
        id: 'g3',
        title: 'assistant.g3',
        phrases: [
          { id: 'a1', text: 'assistant.a1' },
          { id: 'a2', text: 'assistant.a2' },
        ],
      },
    ],
  },
  texts: {
    fr: {
      'assistant.list.words': 'liste, outil, outils, ranger, list, tools',
      'assistant.list.1': 'Voici une liste\u00A0: marteau, scie, tournevis.',
      'assistant.other.1': 'Je n’ai pas compris votre demande.',
      'assistant.g3': 'Demander',
      'assistant.a1': 'Fais une liste des outils.',
      'assistant.a2': 'Quel temps fait-il?',
    },
    en: {
      'assistant.list.words': 'list, tool, tools, tidy, liste, outils',
      'assistant.list.1': 'Here is a list: hammer, saw, screwdriver.',
      'assistant.other.1': 'I did not understand your request.',
      'assistant.g3': 'Ask',
      'assistant.a1': 'Make a list of the tools.',
      'assistant.a2': 'What is the weather like?',
    },
  },
  where: 'assistant:compose',
  way: [
    { app: 'assistant', type: 'add-phrase', phraseId: 'a1' },
    { app: 'assistant', type: 'send', intent: 'list' },
  ],
};
