import { z } from 'zod';
import type { EarlierQuestion, ResearchQuestion } from './research-question.ts';
import type { Words } from './words.ts';

/** A study whose research the person agrees to. */
export interface AgreedStudy {
  readonly id: string;
  readonly name: Words;
  /** Who does the research; null if the study says it no longer. */
  readonly team: Words | null;
}

/** GET and POST /api/research: only the person's own page reads it. */
export interface ResearchAnswer {
  /** Null if the study asks nothing. */
  readonly question: ResearchQuestion | null;
  /** The last one; null if there is none, or the question changed since. */
  readonly answer: 'given' | 'refused' | 'withdrawn' | null;
  readonly future: boolean;
  /** When that was, ms since 1970 UTC, and to which version of the texts; null without an answer. */
  readonly answered: { readonly at: number; readonly version: string } | null;
  /** The same for everybody, so that it does not tell who agreed to one. */
  readonly earlier: readonly EarlierQuestion[];
  /** False until the notice is accepted: then only what takes a yes back is taken. */
  readonly mayAnswer: boolean;
  /** Studies of other attempts, also closed ones. */
  readonly others: readonly AgreedStudy[];
  /** Spaces, so that the length does not tell the answer. */
  readonly padding: string;
}

/** POST /api/research */
export const ResearchRequest = z
  .strictObject({
    version: z.string().min(1).max(20),
    language: z.enum(['fr', 'en']),
    answer: z.enum(['given', 'refused', 'later', 'withdrawn']),
    /** Also for research that is not known yet. */
    future: z.boolean(),
    /** Whose yes is withdrawn; without it, that of the question. */
    study: z.string().min(1).max(64).optional(),
  })
  .refine(({ answer, study }) => answer === 'withdrawn' || study === undefined);
export type ResearchRequest = z.infer<typeof ResearchRequest>;
