import type { ActionOf, Starter } from '../../kit/app.ts';
import type { DocumentWorld } from '../../world/document/types.ts';

export const documentStarter: Starter<DocumentWorld, ActionOf<'document'>> = {
  about: {
    fr: 'Un court document, phrase par phrase, à envoyer avec un mot. Ses mots sont comptés.',
    en: 'A short document, sentence by sentence, to send with a note. Its words are counted.',
  },
  world: {
    name: 'document.name',
    to: 'nadia',
    mostWords: 20,
    sentences: [
      { id: 'l1', text: 'document.l1', words: 5 },
      { id: 'l2', text: 'document.l2', words: 3 },
    ],
    texts: [{ id: 'x1', sentences: ['l1', 'l2'] }],
    phraseGroups: [
      {
        id: 'g4',
        title: 'document.g4',
        phrases: [
          { id: 'l1', text: 'document.l1' },
          { id: 'l2', text: 'document.l2' },
        ],
      },
    ],
    notes: [{ id: 'g5', title: 'document.g5', phrases: [{ id: 'b1', text: 'document.b1' }] }],
  },
  texts: {
    fr: {
      'document.name': 'Avis de réunion',
      'document.g4': 'La réunion',
      'document.l1': 'Réunion jeudi à 9 heures.',
      'document.l2': 'Apportez votre tasse.',
      'document.g5': 'Un mot à Nadia',
      'document.b1': 'Voici l’avis.',
    },
    en: {
      'document.name': 'Meeting notice',
      'document.g4': 'The meeting',
      'document.l1': 'Meeting on Thursday at 9.',
      'document.l2': 'Bring your mug.',
      'document.g5': 'A note to Nadia',
      'document.b1': 'Here is the notice.',
    },
  },
  where: 'document:lines',
  way: [
    { app: 'document', type: 'add-phrase', phraseId: 'l1' },
    { app: 'document', type: 'add-phrase', phraseId: 'b1' },
    { app: 'document', type: 'send' },
  ],
};
