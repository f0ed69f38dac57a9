import { z } from 'zod';
import { addedToProgress, attemptProgress } from '../shapes/attempts.ts';
import type { Attempt, AttemptProgress, AttemptWithProgress } from '../ports/attempts.ts';
import { flag, json } from './rows.ts';

const attemptFields = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  studyId: z.string(),
  personId: z.string(),
  resourceLinkId: z.string(),
  practice: flag,
  number: z.number(),
  seed: z.number(),
  form: z.string(),
  bankVersion: z.number(),
  createdAt: z.number(),
}) satisfies z.ZodType<Attempt>;

export const attemptColumns: readonly string[] = [...Object.keys(attemptFields.shape), 'head', 'progress'];

export const storedColumns = [...Object.keys(attemptFields.shape), 'progress'].join(', ');

export const attemptRow: z.ZodType<AttemptWithProgress> = attemptFields
  .extend({ progress: json(attemptProgress) })
  .transform(({ progress, ...attempt }) => ({ attempt, progress }));

type StoredAttempt = z.input<typeof attemptFields> & { readonly progress: string };

export function toAttempt({ progress, ...stored }: StoredAttempt): AttemptWithProgress {
  return {
    attempt: { ...stored, practice: stored.practice === 1 },
    progress: { ...addedToProgress, ...(JSON.parse(progress) as AttemptProgress) },
  };
}

/** Rows of earlier versions lack validity. */
export function inResearch(progress: string): string {
  return `(json_extract(${progress}, '$.research') = 'given'
    AND coalesce(json_extract(${progress}, '$.validity.state'), 'valid') = 'valid')`;
}
