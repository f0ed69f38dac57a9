import type { BrowserAction } from '../../scenarios/world/browser/types.ts';
import { localId } from '../activities.ts';
import { type ActionStatement, type AppStatements, textFeaturesOf } from './declare.ts';

type Opening = Extract<BrowserAction, { readonly type: 'open' | 'open-in-new-tab' }>;

const webPage = {
  kind: 'page',
  type: 'webPage',
  id: ({ pageId }: { readonly pageId: string }) => pageId,
} as const;
const tab = {
  kind: 'tab',
  type: 'view',
  id: ({ tabId }: { readonly tabId: string }) => tabId,
} as const;
const home = { view: 'home', name: { en: 'First page', fr: "Page d'accueil" } } as const;
const shown = { view: 'page', name: { en: 'Page shown', fr: 'Page affichée' } } as const;

const opened: ActionStatement<Opening> = {
  verb: 'accessed',
  tier: 2,
  object: webPage,
  extensions: { via: ({ via }) => via, rank: ({ rank }) => (rank > 0 ? rank : undefined) },
  sometimes: ['rank'],
};
const turned = {
  verb: 'accessed',
  tier: 3,
  object: shown,
  extensions: { via: ({ type }: { readonly type: string }) => type },
} as const;

export const browser: AppStatements<BrowserAction> = {
  name: { en: 'Web browser', fr: 'Navigateur' },
  actions: {
    open: opened,
    'open-in-new-tab': opened,
    home: { verb: 'accessed', tier: 3, object: home },
    back: turned,
    forward: turned,
    search: {
      verb: 'searched',
      tier: 2,
      object: { view: 'results', name: { en: 'Search results', fr: 'Résultats de recherche' } },
      extensions: { textFeatures: textFeaturesOf },
      sometimes: ['textFeatures'],
    },
    'find-in-page': {
      verb: 'searched',
      tier: 2,
      object: shown,
      extensions: { found: ({ found }) => found },
    },
    'new-tab': { verb: 'opened', tier: 3, object: home },
    'select-tab': { verb: 'selected', tier: 3, object: tab },
    'close-tab': { verb: 'closed', tier: 3, object: tab },
    'note-choose': {
      verb: 'selected',
      tier: 3,
      object: { kind: 'choice', type: 'choice', id: ({ choiceId }) => choiceId },
    },
    'note-source': { verb: 'selected', tier: 3, object: webPage },
    'note-send': {
      verb: 'sent',
      tier: 2,
      object: { view: 'note', name: { en: 'Short answer', fr: 'Courte réponse' } },
    },
    'submit-data': {
      verb: 'submitted',
      tier: 2,
      object: { kind: 'form', type: 'form', id: ({ blockId }) => blockId },
      extensions: { fields: ({ fields }) => fields.map(localId) },
    },
  },
};
