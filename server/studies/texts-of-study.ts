/** The sentences that a study's facts make: the organisation's own, or ours. */
import type { NoticeAnswer, NoticeSection } from '../contract/notice.ts';
import type { ResearchQuestion } from '../contract/research-question.ts';
import { noFacts } from '../contract/study-facts.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { StudyTexts } from '../storage/ports/study-texts.ts';
import { noticeEn } from './notice.en.ts';
import { noticeFr } from './notice.fr.ts';
import { futureEn, researchEn } from './research.en.ts';
import { futureFr, researchFr } from './research.fr.ts';

/** Raise it when our own sentences change: people read the notice again. */
const noticeEdition = '5';
export const researchEdition = 3;

export type Told = Pick<StudyTexts, 'facts' | 'noticeVersion' | 'researchVersion' | 'isClosed'>;

const nothingTold: Told = { facts: noFacts, noticeVersion: 0, researchVersion: 0, isClosed: false };

/** Of a study without texts, our own sentences without names. */
export async function findTold(
  { studyTexts }: Pick<Storage, 'studyTexts'>,
  { organisationId, studyId }: { readonly organisationId: string; readonly studyId: string },
): Promise<Told> {
  return (await studyTexts.findLatest(organisationId, studyId)) ?? nothingTold;
}

export function noticeOf({ facts, noticeVersion }: Pick<Told, 'facts' | 'noticeVersion'>): NoticeAnswer {
  const own = facts.texts.notice;
  return {
    version: versionOfNotice({ noticeVersion }),
    sections: {
      fr: own === null ? noticeFr(facts) : asOneSection('L’avis', own.fr),
      en: own === null ? noticeEn(facts) : asOneSection('The notice', own.en),
    },
  };
}

export function versionOfNotice({ noticeVersion }: Pick<Told, 'noticeVersion'>): string {
  return `${noticeEdition}.${noticeVersion}`;
}

function asOneSection(title: string, sentences: readonly string[]): NoticeSection[] {
  return [{ title, sentences }];
}

/** Null if the study asks nothing. */
export function questionOf({
  facts: { research, texts },
  researchVersion,
  isClosed,
}: Omit<Told, 'noticeVersion'>): ResearchQuestion | null {
  if (research === null || isClosed) return null;
  return {
    version: `${researchEdition}.${researchVersion}`,
    research: texts.research ?? { fr: researchFr(research), en: researchEn(research) },
    future: research.future ? (texts.future ?? { fr: futureFr, en: futureEn }) : null,
  };
}

/** Whether people who agreed are asked about themselves. */
export function asksBackground({ facts: { research }, isClosed }: Pick<Told, 'facts' | 'isClosed'>): boolean {
  return research !== null && research.background && !isClosed;
}
