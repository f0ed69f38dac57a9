import type { ActionOf, Starter } from '../../kit/app.ts';
import type { FormWorld } from '../../world/form/types.ts';

export const formStarter: Starter<FormWorld, ActionOf<'form'>> = {
  about: {
    fr: 'Un formulaire sur le Web, rempli d’après la fiche d’un personnage.',
    en: 'A form on the web, filled in from the card of a character.',
  },
  name: { fr: 'Formulaire', en: 'Form' },
  world: {
    note: {
      by: 'joyce',
      body: ['form.note.1'],
      link: { site: 's1', text: 'form.note.link' },
    },
    search: {
      engine: 'form.engine',
      asked: 'form.asked',
      results: [{ site: 's1', title: 'form.result.title', snippet: 'form.result.snippet', sponsored: false }],
    },
    card: {
      title: 'form.card',
      rows: [{ id: 'c1', label: 'form.card.name', value: 'form.card.name.value' }],
    },
    files: [],
    sites: [
      {
        id: 's1',
        address: 'form.s1.address',
        name: 'form.s1.name',
        title: 'form.s1.title',
        introduction: ['form.s1.introduction.1'],
        fields: [
          {
            kind: 'text',
            id: 'n1',
            label: 'form.s1.n1',
            required: true,
            format: 'words',
            spelling: 'any',
            onCard: 'camille gagnon',
          },
        ],
        thanks: ['form.s1.thanks.1'],
      },
    ],
  },
  texts: {
    fr: {
      'form.note.1': 'Voici le formulaire pour ton casier.',
      'form.note.link': 'Formulaire du casier',
      'form.engine': 'Boussole',
      'form.asked': 'formulaire casier Ateliers Boréal',
      'form.result.title': 'Ateliers Boréal. Un casier pour chaque personne',
      'form.result.snippet': 'Le site des Ateliers Boréal, à Val-Rivard.',
      'form.card': 'Ta fiche',
      'form.card.name': 'Nom',
      'form.card.name.value': 'Camille Gagnon',
      'form.s1.address': 'ateliers-boreal.example/casier',
      'form.s1.name': 'Ateliers Boréal',
      'form.s1.title': 'Demander un casier',
      'form.s1.introduction.1': 'Une seule case à remplir.',
      'form.s1.n1': 'Nom',
      'form.s1.thanks.1': 'Nous avons reçu votre demande.',
    },
    en: {
      'form.note.1': 'Here is the form for your locker.',
      'form.note.link': 'Locker form',
      'form.engine': 'Compass',
      'form.asked': 'locker form Ateliers Boréal',
      'form.result.title': 'Ateliers Boréal. A locker for each person',
      'form.result.snippet': 'The Ateliers Boréal site, in Val-Rivard.',
      'form.card': 'Your card',
      'form.card.name': 'Name',
      'form.card.name.value': 'Camille Gagnon',
      'form.s1.address': 'ateliers-boreal.example/locker',
      'form.s1.name': 'Ateliers Boréal',
      'form.s1.title': 'Ask for a locker',
      'form.s1.introduction.1': 'There is one box to fill in.',
      'form.s1.n1': 'Name',
      'form.s1.thanks.1': 'We received your request.',
    },
  },
  where: 'form:card',
  way: [
    { app: 'form', type: 'open', siteId: 's1', via: 'note' },
    { app: 'form', type: 'fill', fieldId: 'n1', typed: 'Camille Gagnon', reading: 'as-on-card' },
    { app: 'form', type: 'review' },
    { app: 'form', type: 'send' },
  ],
};
