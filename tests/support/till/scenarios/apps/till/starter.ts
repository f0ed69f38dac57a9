import type { ActionOf, Starter } from '../../kit/app.ts';
import type { TillWorld } from '../../world/till/types.ts';

export const tillStarter: Starter<TillWorld, ActionOf<'till'>> = {
  about: { fr: 'Une caisse, avec un bouton par article.', en: 'A till, with a button for each article.' },
  name: { fr: 'Caisse', en: 'Till' },
  world: {
    title: 'till.title',
    articles: [
      { id: 'a1', name: 'till.a1', cents: 250 },
      { id: 'a2', name: 'till.a2', cents: 400 },
    ],
  },
  texts: {
    fr: { 'till.title': 'Caisse', 'till.a1': 'Café', 'till.a2': 'Soupe' },
    en: { 'till.title': 'Till', 'till.a1': 'Coffee', 'till.a2': 'Soup' },
  },
  where: 'till:article:a1',
  way: [
    { app: 'till', type: 'ring-up', articleId: 'a1' },
    { app: 'till', type: 'close' },
  ],
};
