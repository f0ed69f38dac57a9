/** Whose an IRI is: ours, or that of a published vocabulary which the project reuses. */
import { base, reusedVocabularies } from '../vocabulary.ts';

export interface Source {
  readonly name: string;
  /** Where its meaning is published. */
  readonly url: string;
}

/** The vocabulary an IRI was taken from; undefined where it is ours. */
export function sourceOf(iri: string): Source | undefined {
  if (iri.startsWith(base)) return undefined;
  return reusedVocabularies.find(({ prefix }) => iri.startsWith(prefix));
}
