/** The documents of the adoption kit, as tests read them. */
import { isFill, type Line, partsOf } from '../../server/adoption/blocks.ts';
import { type KitPart, makeDocuments } from '../../server/adoption/documents.ts';
import type { KitFacts } from '../../server/adoption/kit-facts.ts';
import type { DocumentKey } from '../../server/adoption/kit-words.ts';
import { linesOf } from '../../server/adoption/minutes.ts';
import { halfKnown, muchKnown, nothingKnown } from './kit-facts.ts';

export const languages = ['fr', 'en'] as const;

export const installations: readonly [string, KitFacts][] = [
  ['a new database', nothingKnown],
  ['a study that says everything', muchKnown],
  ['a study that says nothing beside another', halfKnown],
];

export function documentOf(facts: KitFacts, language: 'fr' | 'en', key: DocumentKey): KitPart {
  const found = makeDocuments(facts, language).find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no document ${key}.`);
  return found;
}

export function sayLine(line: Line | undefined): string {
  return partsOf(line ?? [])
    .map((part) => (isFill(part) ? [part.fill, ...(part.options ?? [])].join('\n') : part))
    .join('');
}

/** All that a document says, a line for each paragraph, cell and box. */
export function textOf({ blocks }: Pick<KitPart, 'blocks'>): string {
  return blocks.flatMap(linesOf).map(sayLine).join('\n');
}
