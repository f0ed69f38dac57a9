import { z } from 'zod';
import type { ResearchQuestion } from './research-question.ts';

/** GET and POST /api/research: only the person's own page reads it. */
export interface ResearchAnswer {
  /** Null if the study asks nothing. */
  readonly question: ResearchQuestion | null;
  /** The last one; null if there is none, or the question changed since. */
  readonly answer: 'given' | 'refused' | 'withdrawn' | null;
  readonly future: boolean;
}

/** POST /api/research */
export const ResearchRequest = z.strictObject({
  version: z.string().min(1).max(20),
  language: z.enum(['fr', 'en']),
  answer: z.enum(['given', 'refused', 'later', 'withdrawn']),
  /** Also for research that is not known yet. */
  future: z.boolean(),
});
export type ResearchRequest = z.infer<typeof ResearchRequest>;
