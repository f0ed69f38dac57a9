import type { PortalAction } from '../../scenarios/world/portal/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, thing, view } from './declare.ts';

const line = thing('pay-line', 'payLine', 'lineId');

export const portal: AppStatements<PortalAction> = {
  name: { en: 'Pay portal', fr: 'Portail de paie' },
  actions: {
    open: {
      verb: 'accessed',
      tier: 2,
      object: thing('page', 'webPage', 'pageId'),
      extensions: { via: ({ via }) => via },
    },
    favourites: { verb: 'accessed', tier: 3, object: view('favourites', 'Favourites', 'Favoris') },
    'sign-in': {
      verb: 'authenticated',
      tier: 2,
      object: view('sign-in', 'Sign-in to the pay portal', 'Connexion au portail de paie'),
    },
    'open-stub': { verb: 'opened', tier: 2, object: thing('stub', 'payStub', 'stubId') },
    'close-stub': { verb: 'closed', tier: 3, object: view('stub', 'Open stub', 'Talon ouvert') },
    mark: {
      verb: 'selected',
      tier: 2,
      object: line,
      extensions: { choice: ({ markId }) => localId(markId) },
    },
    unmark: {
      verb: 'deselected',
      tier: 2,
      object: line,
      extensions: { choice: ({ markId }) => localId(markId) },
    },
    give: { verb: 'submitted', tier: 2, object: thing('page', 'webPage', 'pageId') },
  },
};
