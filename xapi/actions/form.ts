import type { FormAction } from '../../scenarios/world/form/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, lengthClassOf } from './declare.ts';

const field = {
  kind: 'field',
  type: 'field',
  id: ({ fieldId }: { readonly fieldId: string }) => fieldId,
} as const;
const summary = { view: 'summary', name: { en: 'Summary', fr: 'Résumé' } } as const;
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
      object: { kind: 'form', type: 'form', id: ({ siteId }) => siteId },
      extensions: { via: ({ via }) => via },
    },
    start: {
      verb: 'accessed',
      tier: 3,
      object: { view: 'home', name: { en: 'First page', fr: "Page d'accueil" } },
    },
    search: {
      verb: 'searched',
      tier: 2,
      object: { view: 'results', name: { en: 'Search results', fr: 'Résultats de recherche' } },
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
      object: { kind: 'item', type: 'file', id: ({ fileId }) => fileId },
      extensions: { target: ({ fieldId }) => localId(fieldId) },
    },
    detach: { verb: 'deselected', tier: 2, object: field },
    review: { verb: 'previewed', tier: 2, object: summary },
    mend: { verb: 'opened', tier: 3, object: field },
    send: { verb: 'submitted', tier: 2, object: summary },
    keep: {
      verb: 'kept',
      tier: 2,
      object: { view: 'confirmation', name: { en: 'Confirmation', fr: 'Confirmation' } },
      extensions: { via: ({ how }) => how },
    },
    note: {
      verb: 'edited',
      tier: 2,
      object: { view: 'pad', name: { en: 'Note pad', fr: 'Bloc-notes' } },
      extensions: written,
    },
  },
};
