import type { TillAction } from '../../../scenarios/world/till/types.ts';
import type { AppStatements } from '../declare.ts';

const article = {
  kind: 'article',
  type: 'choice',
  id: ({ articleId }: { readonly articleId: string }) => articleId,
} as const;

export const till: AppStatements<TillAction> = {
  name: { en: 'Till', fr: 'Caisse' },
  actions: {
    'ring-up': { verb: 'selected', tier: 2, object: article },
    'take-back': { verb: 'deselected', tier: 2, object: article },
    close: { verb: 'closed', tier: 2, object: { view: 'receipt', name: { en: 'Receipt', fr: 'Reçu' } } },
  },
};
