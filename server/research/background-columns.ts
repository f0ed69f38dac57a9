/** Columns for people who agreed to research, in a study that has asked background questions (ADR 58). */
import type { BackgroundAnswers } from '../contract/background.ts';
import { type Column, column } from './columns.ts';

interface WithBackground {
  readonly background: BackgroundAnswers;
}

export const backgroundColumns: readonly Column<WithBackground>[] = [
  column('age_group', ({ background }) => background.ageGroup),
  column('schooling', ({ background }) => background.schooling),
  column('first_language', ({ background }) => background.firstLanguage),
  column('computer_years', ({ background }) => background.computerYears),
];
