import { base, reusedVocabularies } from '../vocabulary.ts';

export interface Source {
  readonly name: string;
  readonly url: string;
}

/** Undefined for our own IRIs. */
export function sourceOf(iri: string): Source | undefined {
  if (iri.startsWith(base)) return undefined;
  return reusedVocabularies.find(({ prefix }) => iri.startsWith(prefix));
}
