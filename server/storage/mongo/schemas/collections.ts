import * as attempts from './attempts.ts';
import type { CollectionSchema, Index } from './define-collection.ts';
import * as deliveries from './deliveries.ts';
import * as erasures from './erasures.ts';
import * as launches from './launches.ts';
import * as organisations from './organisations.ts';
import * as studyTexts from './study-texts.ts';

export interface CollectionIndex extends Index {
  readonly collection: string;
}

export const collections = {
  ...organisations,
  ...studyTexts,
  ...launches,
  ...attempts,
  ...deliveries,
  ...erasures,
};

export const allCollections: readonly CollectionSchema[] = Object.values(collections);

/** A database of this version has exactly these, which its migrations made. */
export const allIndexes: readonly CollectionIndex[] = allCollections.flatMap(({ name, indexes }) =>
  indexes.map((index) => ({ collection: name, ...index })),
);
