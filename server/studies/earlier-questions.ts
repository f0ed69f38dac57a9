/** Texts that people may have agreed to and that the study no longer asks with, as far as its rows have them. */
import { isDeepStrictEqual } from 'node:util';
import type { EarlierQuestion, ResearchQuestion } from '../contract/research-question.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { StudyTexts } from '../storage/ports/study-texts.ts';
import { questionOf, researchEdition } from './texts-of-study.ts';

/** Newest first; more would make the answer long. */
const mostRevisions = 50;
const mostEarlier = 5;

/** Also the last question of a study that closed. */
export async function listEarlierQuestions(
  { studyTexts }: Pick<Storage, 'studyTexts'>,
  { organisationId, studyId }: { readonly organisationId: string; readonly studyId: string },
  now: ResearchQuestion | null,
): Promise<readonly EarlierQuestion[]> {
  return earlierOf(await studyTexts.list(organisationId, studyId, mostRevisions), now);
}

/** @param revisions newest first */
export function earlierOf(
  revisions: readonly StudyTexts[],
  now: ResearchQuestion | null,
): readonly EarlierQuestion[] {
  const byVersion = new Map<number, StudyTexts[]>();
  for (const one of revisions)
    byVersion.set(one.researchVersion, [...(byVersion.get(one.researchVersion) ?? []), one]);
  return [...byVersion.values()]
    .flatMap((same) => {
      const [first, ...others] = same.map(asAsked);
      // Our own words may have differed between them when they were shown.
      if (first === undefined || others.some((one) => !isDeepStrictEqual(one, first))) return [];
      const versions = first.versions.filter((version) => version !== now?.version);
      return versions.length === 0 ? [] : [{ ...first, versions }];
    })
    .slice(0, mostEarlier);
}

/** Undefined if nothing was asked. */
function asAsked(texts: StudyTexts): EarlierQuestion | undefined {
  const question = questionOf({ ...texts, isClosed: false });
  if (question === null) return undefined;
  const { research, future } = question;
  const { researchVersion, facts } = texts;
  const isOwn = facts.texts.research !== null && (future === null || facts.texts.future !== null);
  // Ours of an earlier edition are in no row.
  const oldest = isOwn ? 1 : researchEdition;
  const editions = Array.from({ length: researchEdition - oldest + 1 }, (_, index) => oldest + index);
  return { versions: editions.map((edition) => `${edition}.${researchVersion}`), research, future };
}
