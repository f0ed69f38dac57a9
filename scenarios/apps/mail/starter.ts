import type { ActionOf, Starter } from '../../kit/app.ts';
import type { MailWorld } from '../../world/mail/types.ts';

export const mailStarter: Starter<MailWorld, ActionOf<'mail'>> = {
  about: {
    fr: 'Un courriel, avec des dossiers, des pièces jointes et des phrases toutes prêtes.',
    en: 'Email, with folders, attachments and ready-made sentences.',
  },
  name: { fr: 'Courriel', en: 'Mail' },
  world: {
    me: 'me',
    contacts: [
      { id: 'me', name: 'mail.me', address: 'equipe@ateliers-boreal.example' },
      { id: 'joyce', name: 'mail.joyce', address: 'joyce@ateliers-boreal.example', cast: 'joyce' },
    ],
    messages: [
      {
        id: 'm1',
        from: 'joyce',
        to: ['me'],
        date: 'mail.m1.date',
        subject: 'mail.m1.subject',
        body: ['mail.m1.body.1', 'mail.m1.body.2'],
        attachments: [],
        read: false,
      },
    ],
    drafts: [],
    phraseGroups: [
      {
        id: 'g1',
        title: 'mail.g1',
        phrases: [
          { id: 'p1', text: 'mail.p1' },
          { id: 'p2', text: 'mail.p2' },
        ],
      },
    ],
  },
  texts: {
    fr: {
      'mail.me': 'Moi',
      'mail.joyce': 'Joyce Baptiste',
      'mail.m1.date': 'Aujourd’hui',
      'mail.m1.subject': 'La salle de réunion',
      'mail.m1.body.1': 'Peux-tu préparer la salle?',
      'mail.m1.body.2': 'Joyce',
      'mail.g1': 'Répondre',
      'mail.p1': 'Je m’en occupe.',
      'mail.p2': 'J’ai lu ton message.',
    },
    en: {
      'mail.me': 'Me',
      'mail.joyce': 'Joyce Baptiste',
      'mail.m1.date': 'Today',
      'mail.m1.subject': 'The meeting room',
      'mail.m1.body.1': 'Can you get the room ready?',
      'mail.m1.body.2': 'Joyce',
      'mail.g1': 'Answer',
      'mail.p1': 'I will take care of it.',
      'mail.p2': 'I read your message.',
    },
  },
  where: 'mail:message:m1',
  way: [
    { app: 'mail', type: 'open', messageId: 'm1' },
    { app: 'mail', type: 'reply', messageId: 'm1' },
    { app: 'mail', type: 'add-phrase', phraseId: 'p1' },
    { app: 'mail', type: 'send' },
  ],
};
