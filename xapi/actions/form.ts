import type { FormAction } from '../../scenarios/world/form/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, lengthClassOf, thing, view } from './declare.ts';

const field = thing('field', 'field', 'fieldId');
const summary = view('summary', 'Summary', 'Résumé');
const confirmation = view('confirmation', 'Confirmation', 'Confirmation');
const written = {
  lengthClass: lengthClassOf,
  reading: ({ reading }: { readonly reading: string }) => reading,
} as const;

export const form: AppStatements<FormAction> = {
  name: { en: 'Web form', fr: 'Formulaire Web' },
  actions: {
    open: {
      verb: 'accessed',
      tier: 2,
      object: thing('form', 'form', 'siteId'),
      extensions: { via: ({ via }) => via },
    },
    start: { verb: 'accessed', tier: 3, object: view('home', 'First page', "Page d'accueil") },
    search: {
      verb: 'searched',
      tier: 2,
      object: view('results', 'Search results', 'Résultats de recherche'),
    },
    fill: { verb: 'edited', tier: 2, object: field, extensions: written },
    choose: {
      verb: 'selected',
      tier: 2,
      object: field,
      extensions: { choice: ({ choice }) => localId(choice) },
    },
    'fill-secret': {
      either: ({ filled }) => filled,
      yes: { verb: 'edited', tier: 2, object: field },
      no: { verb: 'deleted', tier: 2, object: field },
    },
    attach: {
      verb: 'attached',
      tier: 2,
      object: thing('item', 'file', 'fileId'),
      extensions: { target: ({ fieldId }) => localId(fieldId) },
    },
    detach: { verb: 'deselected', tier: 2, object: field },
    review: { verb: 'previewed', tier: 2, object: summary },
    mend: { verb: 'opened', tier: 3, object: field },
    send: { verb: 'submitted', tier: 2, object: summary },
    keep: {
      verb: 'kept',
      tier: 2,
      object: confirmation,
      extensions: { via: ({ how }) => how },
    },
    jot: {
      either: ({ reading }) => reading === 'as-on-card',
      yes: { verb: 'kept', tier: 2, object: confirmation, extensions: { via: () => 'paper' } },
      no: { verb: 'answered', tier: 3, object: confirmation, extensions: written },
    },
    note: { verb: 'edited', tier: 2, object: view('pad', 'Note pad', 'Bloc-notes'), extensions: written },
  },
};
