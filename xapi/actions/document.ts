import type { DocumentAction } from '../../scenarios/world/document/types.ts';
import { type AppStatements, lengthClassOf, thing, view, withTextFeatures } from './declare.ts';

const line = thing('line', 'sentence', 'lineId');
const phrase = thing('phrase', 'phrase', 'phraseId');

export const document: AppStatements<DocumentAction> = {
  name: { en: 'Document', fr: 'Document' },
  actions: {
    insert: { verb: 'copied', tier: 2, object: thing('offered-text', 'offeredText', 'textId') },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    rewrite: { verb: 'edited', tier: 2, object: line, extensions: { lengthClass: lengthClassOf } },
    'remove-line': { verb: 'deleted', tier: 2, object: line },
    'add-line': {
      verb: 'created',
      tier: 2,
      object: view('new-line', 'New sentence', 'Nouvelle phrase'),
      extensions: { lengthClass: lengthClassOf },
    },
    write: {
      verb: 'edited',
      tier: 3,
      object: view('note', 'Note being written', "Note en cours d'écriture"),
      extensions: { lengthClass: lengthClassOf },
    },
    send: {
      verb: 'sent',
      tier: 2,
      object: view('document', 'Document', 'Document'),
      ...withTextFeatures,
    },
  },
};
