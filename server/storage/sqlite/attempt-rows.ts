import type { z } from 'zod';
import { addedToProgress, attemptFields, attemptProgress } from '../shapes/attempts.ts';
import type { AttemptProgress, AttemptWithProgress } from '../ports/attempts.ts';
import { flag, json } from './rows.ts';

const storedFields = attemptFields.extend({ practice: flag });

export const attemptColumns: readonly string[] = [...Object.keys(attemptFields.shape), 'head', 'progress'];

export const storedColumns = [...Object.keys(attemptFields.shape), 'progress'].join(', ');

export const attemptRow: z.ZodType<AttemptWithProgress> = storedFields
  .extend({ progress: json(attemptProgress) })
  .transform(({ progress, ...attempt }) => ({ attempt, progress }));

type StoredAttempt = z.input<typeof storedFields> & { readonly progress: string };

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
