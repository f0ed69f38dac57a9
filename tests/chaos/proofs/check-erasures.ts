/** Proof (f): nothing of whoever was erased is left, every store has voided what it had of them, and nobody else is touched. */
import { findWords, type Places } from '../../support/canary/find-words.ts';
import type { Breach } from './breach.ts';

export interface ErasureFacts {
  /** Ids that the tool had for whoever was erased. */
  readonly persons: readonly string[];
  /** Attempts of theirs that learners know of. */
  readonly attempts: readonly string[];
  /** Of somebody who is still there: what does not find them searches nothing. */
  readonly staying: string;
  /** Everything that the database holds. */
  readonly places: Places;
  /** Attempts that the database has. */
  readonly existing: ReadonlySet<string>;
  /** Everything that the store was ever sent. */
  readonly held: readonly HeldStatement[];
  /** What erasures still have to do. */
  readonly unfinished: number;
}

export interface HeldStatement {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id?: string };
  readonly context?: { readonly registration?: string };
}

const voiding = 'http://adlnet.gov/expapi/verbs/voided';

/** It says only that another is void. */
export function isVoiding({ verb }: Pick<HeldStatement, 'verb'>): boolean {
  return verb.id === voiding;
}

export function checkErasures(facts: ErasureFacts): Breach[] {
  const { persons, attempts, unfinished } = facts;
  const breach = (isBroken: boolean, what: string): Breach[] =>
    isBroken ? [{ about: 'erasures', what }] : [];
  return [
    ...breach(persons.length === 0 || attempts.length === 0, 'nobody who played was erased'),
    ...breach(unfinished > 0, `${unfinished} steps of erasures were never done`),
    ...findTraces(facts),
    ...checkVoidings(facts),
  ];
}

function findTraces({ persons, attempts, staying, places }: ErasureFacts): Breach[] {
  const seen = findWords({ staying }, places).staying ?? [];
  const blind = [...places.keys()].filter((place) => !seen.includes(place));
  const words = Object.fromEntries([...persons, ...attempts].map((id) => [id, id]));
  return [
    ...blind.map((about) => ({ about, what: 'the search does not find who is still there' })),
    ...Object.entries(findWords(words, places)).map(([about, found]) => ({
      about,
      what: `was erased, and is still in ${found.join(', ')}`,
    })),
  ];
}

function checkVoidings({ held, existing }: ErasureFacts): Breach[] {
  const voided = new Set(held.filter(isVoiding).map(({ object }) => object.id));
  return held
    .filter((statement) => !isVoiding(statement))
    .flatMap(({ id, context }): Breach[] => {
      const about = context?.registration ?? 'no attempt';
      const isThere = existing.has(about);
      if (isThere === !voided.has(id)) return [];
      const what = isThere ? 'is voided, and its attempt is there' : 'is not voided, and its attempt is gone';
      return [{ about, what: `statement ${id} ${what}` }];
    });
}
