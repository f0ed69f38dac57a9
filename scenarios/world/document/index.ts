import type { WorldApp } from '../app.ts';
import { documentActs } from './acts.ts';
import { reduceDocument, startDocument } from './document.ts';
import type { DocumentAction, DocumentRefusal, DocumentState, DocumentWorld } from './types.ts';

export const document: WorldApp<DocumentWorld, DocumentState, DocumentAction, DocumentRefusal> = {
  start: startDocument,
  reduce: reduceDocument,
  acts: documentActs,
};
