import type { BrowserAction } from '../../scenarios/world/browser/types.ts';
import { localId } from '../activities.ts';
import { type ActionStatement, type AppStatements, thing, view, withTextFeatures } from './declare.ts';

type Opening = Extract<BrowserAction, { readonly type: 'open' | 'open-in-new-tab' }>;

const webPage = thing('page', 'webPage', 'pageId');
const cookies = thing('cookies', 'cookieBanner', 'pageId');
const tab = thing('tab', 'view', 'tabId');
const home = view('home', 'First page', "Page d'accueil");
const shown = view('page', 'Page shown', 'Page affichée');

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
      object: view('results', 'Search results', 'Résultats de recherche'),
      ...withTextFeatures,
    },
    'find-in-page': { verb: 'searched', tier: 2, object: shown, extensions: { found: ({ found }) => found } },
    'new-tab': { verb: 'opened', tier: 3, object: home },
    'select-tab': { verb: 'selected', tier: 3, object: tab },
    'close-tab': { verb: 'closed', tier: 3, object: tab },
    'note-choose': { verb: 'selected', tier: 3, object: thing('choice', 'choice', 'choiceId') },
    'note-source': { verb: 'selected', tier: 3, object: webPage },
    'note-send': { verb: 'sent', tier: 2, object: view('note', 'Short answer', 'Courte réponse') },
    'accept-cookies': { verb: 'accepted', tier: 2, object: cookies },
    'refuse-cookies': { verb: 'denied', tier: 2, object: cookies },
    'review-cookies': { verb: 'retracted', tier: 2, object: cookies },
    'choose-cookies': {
      verb: 'selected',
      tier: 2,
      object: cookies,
      extensions: { fields: ({ allowed }) => allowed.map(localId) },
    },
    'submit-data': {
      verb: 'submitted',
      tier: 2,
      object: thing('form', 'form', 'blockId'),
      extensions: { fields: ({ fields }) => fields.map(localId) },
    },
  },
};
