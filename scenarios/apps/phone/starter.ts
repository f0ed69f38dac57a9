import type { ActionOf, Starter } from '../../kit/app.ts';
import type { PhoneWorld } from '../../world/phone/types.ts';

export const phoneStarter: Starter<PhoneWorld, ActionOf<'phone'>> = {
  about: {
    fr: 'Les textos d’un téléphone, avec leurs liens, leurs codes et des phrases toutes prêtes.',
    en: 'The text messages of a phone, with their links, their codes and ready-made sentences.',
  },
  name: { fr: 'Textos', en: 'Texts' },
  world: {
    conversations: [
      {
        id: 'c1',
        name: 'phone.c1.name',
        number: 'phone.c1.number',
        cast: 'marc',
        messages: [{ id: 't1', date: 'phone.t1.date', body: ['phone.t1.body.1'] }],
        read: false,
      },
    ],
    phraseGroups: [
      {
        id: 'g2',
        title: 'phone.g2',
        phrases: [
          { id: 'p3', text: 'phone.p3' },
          { id: 'p4', text: 'phone.p4' },
        ],
      },
    ],
  },
  texts: {
    fr: {
      'phone.c1.name': 'Marc Tremblay',
      'phone.c1.number': '418 555-0142',
      'phone.t1.date': 'Aujourd’hui',
      'phone.t1.body.1': 'Où est la clé de l’entrepôt?',
      'phone.g2': 'Répondre',
      'phone.p3': 'Elle est au bureau.',
      'phone.p4': 'Je cherche la réponse.',
    },
    en: {
      'phone.c1.name': 'Marc Tremblay',
      'phone.c1.number': '418 555-0142',
      'phone.t1.date': 'Today',
      'phone.t1.body.1': 'Where is the key to the warehouse?',
      'phone.g2': 'Answer',
      'phone.p3': 'It is in the office.',
      'phone.p4': 'I am looking for the answer.',
    },
  },
  where: 'phone:conversation:c1',
  way: [
    { app: 'phone', type: 'open', conversationId: 'c1' },
    { app: 'phone', type: 'add-phrase', phraseId: 'p3' },
    { app: 'phone', type: 'send' },
  ],
};
