import type { PunchAction } from '../../scenarios/world/punch/types.ts';
import { type AppStatements, thing, view } from './declare.ts';

const shelf = thing('shelf', 'shelf', 'shelfId');

export const punch: AppStatements<PunchAction> = {
  name: { en: 'Punch app', fr: 'Application de pointage' },
  actions: {
    show: { verb: 'opened', tier: 3, object: view('page', 'Page of the app', 'Page de l’application') },
    punch: { verb: 'selected', tier: 2, object: thing('punch', 'choice', 'kind') },
    'punch-again': {
      verb: 'selected',
      tier: 2,
      object: { kind: 'question', type: 'question', id: () => 'punch-again' },
      extensions: { choice: ({ choice }) => choice },
    },
    'open-shelf': { verb: 'opened', tier: 2, object: shelf, extensions: { via: ({ by }) => by } },
    'close-shelf': { verb: 'closed', tier: 3, object: view('shelf', 'Open shelf', 'Étagère ouverte') },
    count: { verb: 'edited', tier: 2, object: shelf },
    'choose-unit': { verb: 'selected', tier: 2, object: thing('unit', 'choice', 'unitId') },
    send: { verb: 'sent', tier: 2, object: view('count', 'Count of the boxes', 'Compte des boîtes') },
  },
};
