/** Background questions of a study: only who agreed to its research, after the play (ADR 58). */
import { z } from 'zod';
import type { Words } from './words.ts';

/** Codes as stored and exported; their words are in server/studies/. */
export const backgroundCodes = {
  ageGroup: ['under-18', '18-24', '25-34', '35-44', '45-54', '55-64', '65-and-over'],
  schooling: ['no-diploma', 'secondary', 'college', 'university', 'other'],
  firstLanguage: ['french', 'english', 'indigenous', 'other', 'several'],
  computerYears: ['under-1', '1-5', '6-10', 'over-10'],
} as const;
export type BackgroundKey = keyof typeof backgroundCodes;

/** In the order in which they are asked. */
export const backgroundKeys = ['ageGroup', 'schooling', 'firstLanguage', 'computerYears'] as const;

/** Null: not answered. To decline and to skip are the same. */
export const BackgroundAnswers = z.strictObject({
  ageGroup: z.enum(backgroundCodes.ageGroup).nullable(),
  schooling: z.enum(backgroundCodes.schooling).nullable(),
  firstLanguage: z.enum(backgroundCodes.firstLanguage).nullable(),
  computerYears: z.enum(backgroundCodes.computerYears).nullable(),
});
export type BackgroundAnswers = Readonly<z.infer<typeof BackgroundAnswers>>;

export const noBackground: BackgroundAnswers = {
  ageGroup: null,
  schooling: null,
  firstLanguage: null,
  computerYears: null,
};

export interface BackgroundQuestion {
  readonly key: BackgroundKey;
  readonly text: Words;
  readonly choices: readonly { readonly code: string; readonly text: Words }[];
}

/** GET and POST /api/background: only the person's own page reads it. */
export interface BackgroundAnswer {
  /** For everybody, so that the length does not tell who is asked. */
  readonly questions: readonly BackgroundQuestion[];
  /** Said before the first question. */
  readonly introduction: Readonly<Record<'fr' | 'en', readonly string[]>>;
  /** Only whoever agreed to the research, after the play. */
  readonly isAsked: boolean;
  readonly answers: BackgroundAnswers;
  /** Spaces, so that the length tells neither the answers nor whether the person is asked. */
  readonly padding: string;
}

/** POST /api/background: all answers at once, so that a repeat is harmless. */
export const BackgroundRequest = z.strictObject({ answers: BackgroundAnswers });
export type BackgroundRequest = z.infer<typeof BackgroundRequest>;
