/** Format of `content/banks/v<n>.yaml`. */
import { z } from 'zod';
import { dimensions } from '../kit/dimensions.ts';
import { formatVersion, id } from '../kit/format.ts';
import type { Bank } from '../kit/measurement-types.ts';

const logit = z.number().min(-10).max(10);
const positive = z.number().positive();

const item = z
  .strictObject({
    scenario: id,
    dimension: z.enum(dimensions),
    /** 1 gives the partial credit model. */
    slope: positive.max(10).default(1),
    /** b_1 … b_m, logits: one per point; they need not rise. */
    steps: z.array(logit).min(1).max(4),
    /** Per step, logits. */
    standardErrors: z.array(positive).min(1).max(4).exactOptional(),
    provenance: z.enum(['expert-guess', 'calibrated']),
    persons: z.number().int().min(1).exactOptional(),
  })
  .refine(
    ({ steps, standardErrors }) => standardErrors === undefined || standardErrors.length === steps.length,
    {
      path: ['standardErrors'],
      message: 'there is one standard error for each step',
    },
  )
  .refine(({ provenance, persons }) => (provenance === 'calibrated') === (persons !== undefined), {
    path: ['persons'],
    message: 'a calibrated item says how many persons answered it, a guess does not',
  });

export const BankFile = z
  .strictObject({
    formatVersion,
    version: z.number().int().min(1),
    model: z.enum(['pcm', 'gpcm']),
    source: z.string().min(1),
    /** Distribution of abilities, logits. */
    prior: z.strictObject({ mean: logit, sd: positive.max(10) }),
    /** Lower bounds of levels 2 to 4, logits. */
    cuts: z
      .tuple([logit, logit, logit])
      .refine(([second, third, fourth]) => second < third && third < fourth, 'the cuts rise'),
    /** SD of the error of a guessed difficulty, logits. */
    difficultyDoubt: z.number().min(0).max(10),
    /** How the score is made: expected points only, as in bank 1, or earned points where there are any (ADR 29). */
    score: z.enum(['expected', 'domain']).default('expected'),
    planned: z.array(id).default([]),
    /** World version that the items of a scenario are about; bank 1 says none and counts for any. */
    worlds: z.record(id, z.number().int().min(1)).default({}),
    items: z.array(item).min(1),
  })
  .refine(({ model, items }) => model === 'gpcm' || items.every(({ slope }) => slope === 1), {
    path: ['model'],
    message: 'every slope is 1 in the partial credit model',
  });
export type BankFile = z.infer<typeof BankFile>;

export function bankOf(file: BankFile): Bank {
  const { version, model, source, prior, cuts, difficultyDoubt, score, worlds, items } = file;
  return { version, model, source, prior, cuts, difficultyDoubt, score, worlds, items };
}
