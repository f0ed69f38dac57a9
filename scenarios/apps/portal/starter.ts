import type { ActionOf, Starter } from '../../kit/app.ts';
import type { PortalWorld } from '../../world/portal/types.ts';

export const portalStarter: Starter<PortalWorld, ActionOf<'portal'>> = {
  about: {
    fr: 'Le navigateur d’un téléphone : des favoris, des pages, et un portail de paie avec ses talons.',
    en: 'The browser of a phone: favourites, pages, and a pay portal with its stubs.',
  },
  name: { fr: 'Internet', en: 'Internet' },
  world: {
    favourites: ['w1', 'w2'],
    pages: [
      {
        id: 'w1',
        address: 'https://paie.ateliers-boreal.example',
        title: 'portal.w1',
        kind: 'pay',
        signIn: ['portal.w1.sign-in'],
        stubs: [
          {
            id: 's1',
            title: 'portal.s1',
            groups: [
              {
                title: 'portal.g1',
                lines: [
                  { id: 'l1', label: 'portal.l1', value: 'portal.l1.value' },
                  { id: 'l2', label: 'portal.l2', value: 'portal.l2.value' },
                ],
              },
            ],
          },
        ],
      },
      {
        id: 'w2',
        address: 'https://horaire.ateliers-boreal.example',
        title: 'portal.w2',
        kind: 'plain',
        text: ['portal.w2.text'],
        rows: [{ label: 'portal.r1', value: 'portal.r1.value' }],
      },
    ],
    marks: [
      { id: 'k1', label: 'portal.k1' },
      { id: 'k2', label: 'portal.k2' },
    ],
  },
  texts: {
    fr: {
      'portal.w1': 'Portail de paie',
      'portal.w1.sign-in': 'Le téléphone garde votre mot de passe.',
      'portal.s1': 'Talon de cette semaine',
      'portal.g1': 'Argent',
      'portal.l1': 'Salaire brut',
      'portal.l1.value': '120,00\u00A0$',
      'portal.l2': 'Salaire net',
      'portal.l2.value': '104,00\u00A0$',
      'portal.w2': 'Horaire',
      'portal.w2.text': 'Voici vos heures de la semaine.',
      'portal.r1': 'Lundi',
      'portal.r1.value': '6 heures',
      'portal.k1': 'Avant les retenues',
      'portal.k2': 'Ce que je reçois',
    },
    en: {
      'portal.w1': 'Pay portal',
      'portal.w1.sign-in': 'The phone has your password.',
      'portal.s1': 'Stub for this week',
      'portal.g1': 'Money',
      'portal.l1': 'Gross pay',
      'portal.l1.value': '$120.00',
      'portal.l2': 'Net pay',
      'portal.l2.value': '$104.00',
      'portal.w2': 'Schedule',
      'portal.w2.text': 'Here are your hours for the week.',
      'portal.r1': 'Monday',
      'portal.r1.value': '6 hours',
      'portal.k1': 'Before deductions',
      'portal.k2': 'What I receive',
    },
  },
  where: 'portal:favourites',
  way: [
    { app: 'portal', type: 'open', pageId: 'w1', via: 'favourite' },
    { app: 'portal', type: 'sign-in' },
    { app: 'portal', type: 'open-stub', stubId: 's1' },
    { app: 'portal', type: 'mark', lineId: 'l2', markId: 'k2' },
  ],
};
