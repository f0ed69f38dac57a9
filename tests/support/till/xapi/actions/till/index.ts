import type { TillAction } from '../../../scenarios/world/till/types.ts';
import { type AppStatements, thing, view } from '../declare.ts';

const article = thing('article', 'choice', 'articleId');

export const till: AppStatements<TillAction> = {
  name: { en: 'Till', fr: 'Caisse' },
  actions: {
    'ring-up': { verb: 'selected', tier: 2, object: article },
    'take-back': { verb: 'deselected', tier: 2, object: article },
    close: { verb: 'closed', tier: 2, object: view('receipt', 'Receipt', 'Reçu') },
  },
};
