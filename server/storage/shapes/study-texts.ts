import { z } from 'zod';
import { StudyFacts } from '../../contract/study-facts.ts';
import type { StudyPlace, StudyTexts } from '../ports/study-texts.ts';

export const studyTextsRow = z.object({
  organisationId: z.string(),
  studyId: z.string(),
  revision: z.number(),
  facts: StudyFacts,
  noticeVersion: z.number(),
  researchVersion: z.number(),
  isClosed: z.boolean(),
  createdAt: z.number(),
}) satisfies z.ZodType<StudyTexts>;

export const studyPlaceRow = z.object({
  organisationId: z.string(),
  place: z.string(),
  studyId: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<StudyPlace>;
