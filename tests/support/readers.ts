/** What each reader gets about one attempt, and where they contradict each other or the evidence. */
import { levelsEn } from '../../client/src/i18n/catalogues/levels.en.ts';
import { levelsFr } from '../../client/src/i18n/catalogues/levels.fr.ts';
import { personEn } from '../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../client/src/i18n/catalogues/person.fr.ts';
import { reportEn } from '../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../client/src/i18n/catalogues/report.fr.ts';
import { stepsEn } from '../../client/src/i18n/catalogues/steps.en.ts';
import { stepsFr } from '../../client/src/i18n/catalogues/steps.fr.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { graveHarm } from '../../scenarios/schema/scenario.ts';
import { commentWords } from '../../server/attempts/grade-comment-words.ts';
import type { Content } from '../../server/content/load.ts';
import type { LearnerReport } from '../../server/contract/report.ts';
import type { StaffReview } from '../../server/contract/review.ts';
import type { PersonView } from '../../server/contract/teach.ts';

export interface Readers {
  readonly language: 'fr' | 'en';
  /** Null if nothing was posted. */
  readonly comment: string | null;
  readonly report: LearnerReport;
  readonly review: StaffReview;
  readonly row: PersonView;
  /** Of the group's table. */
  readonly groupLine: readonly unknown[];
  /** Texts of the pages as shown and printed, in the language, with single spaces. */
  readonly reportPage: string;
  readonly sheet: string;
}

const levels = { fr: levelsFr, en: levelsEn };
const person = { fr: personFr, en: personEn };
const learner = { fr: reportFr, en: reportEn };
const tries = { fr: stepsFr, en: stepsEn };

const absolute =
  /\b(?:tout|tous|toutes?|toujours|jamais|parfait\w*|everything|all|always|never|perfect\w*)\b/iu;

/** Sentences about contradictions; empty if there are none. */
export function findContradictions(readers: Readers, content: Content): string[] {
  return [
    ...strengthsWithoutEvidence(readers),
    ...graveStrengths(readers, content),
    ...differentStrengths(readers),
    ...differentSteps(readers),
    ...differentSentences(readers),
    ...levelsHereNotThere(readers),
    ...absoluteWords(readers),
  ];
}

function strengthsWithoutEvidence({ review }: Readers): string[] {
  return review.strengths.flatMap((dimension) => {
    const points = review.scenes.flatMap((scene) =>
      scene.dimensions.filter((one) => one.dimension === dimension),
    );
    const steady = points.filter(({ points: earned, max }) => earned >= max / 2);
    const earned = points.reduce((sum, one) => sum + one.points, 0);
    const possible = points.reduce((sum, { max }) => sum + max, 0);
    return steady.length >= 2 && earned >= possible / 2
      ? []
      : [`strength ${dimension}: ${earned} of ${possible}, ${steady.length} scenes with half`];
  });
}

function graveStrengths({ review }: Readers, content: Content): string[] {
  const grave = new Map<string, Dimension | undefined>();
  for (const version of content.scenarios()) {
    const { misconceptions, items } = content.evidence(version);
    const texts = content.evidenceTexts(version);
    for (const { text, harm, item } of misconceptions) {
      if (harm >= graveHarm) grave.set(texts.fr[text] ?? '', items.find(({ id }) => id === item)?.dimension);
    }
  }
  return review.talkingPoints.flatMap(({ text }) => {
    const dimension = grave.get(text.fr);
    return dimension !== undefined && review.strengths.includes(dimension)
      ? [`strength ${dimension} beside « ${text.fr} »`]
      : [];
  });
}

/** Each reader is told the same strengths: on pages by their whole names, in the gradebook's one line by short ones. */
function differentStrengths({ language, comment, report, review, reportPage, sheet }: Readers): string[] {
  const named = namesOf(language, review.strengths);
  const onPages = review.strengths.map((one) => levels[language][`dimension.${one}`]).join('; ');
  const pages = {
    'the report’s page': listIn(reportPage, learner[language]['strengths.named']),
    sheet: listIn(sheet, person[language]['shown.strengths']),
  };
  const lines = {
    report: namesOf(language, report.strengths),
    // A comment without a level says nothing else.
    ...(comment !== null && review.levels !== null
      ? { comment: listIn(comment, commentWords[language].strengths('{names}')) }
      : {}),
  };
  const differ =
    (expected: string) =>
    ([reader, theirs]: readonly [string, string]): string[] =>
      theirs === expected ? [] : [`${reader} names the strengths « ${theirs} », staff read « ${expected} »`];
  return [...Object.entries(pages).flatMap(differ(onPages)), ...Object.entries(lines).flatMap(differ(named))];
}

function differentSteps(readers: Readers): string[] {
  const { language, comment, report, review, reportPage, sheet } = readers;
  const steps = namesOf(
    language,
    review.nextSteps.map(({ dimension }) => dimension),
  );
  const said = comment === null ? '' : listIn(comment, commentWords[language].nextSteps('{names}'));
  const isSame = JSON.stringify(report.nextSteps) === JSON.stringify(review.nextSteps);
  const untold = review.nextSteps
    .map(({ dimension, stage, left }) =>
      plain(
        tries[language][
          left.length > 0 && stage > 2 ? ('like' as const) : (`${dimension}.${stage}` as const)
        ],
      ),
    )
    .filter((text) => !reportPage.includes(text) || !sheet.includes(text));
  const inStrength = review.nextSteps.filter(({ dimension }) => review.strengths.includes(dimension));
  return [
    ...(isSame ? [] : ['the person and staff read other next steps']),
    // A long comment leaves the steps out.
    ...(said === '' || said === steps
      ? []
      : [`the comment names the steps « ${said} », staff read « ${steps} »`]),
    ...untold.map((text) => `only one reader is told to try « ${text} »`),
    ...inStrength.map(({ dimension }) => `a next step in the strength ${dimension}`),
  ];
}

/** What the person did, in the same words for both. */
function differentSentences({ language, report, review, reportPage, sheet }: Readers): string[] {
  const words = [...report.shown, ...review.shown].map((one) => plain(one.words[language]));
  const missing = words.filter((one) => !reportPage.includes(one) || !sheet.includes(one));
  return missing.map((one) => `only one reader gets « ${one} »`);
}

/** All readers get the same level and number, or none of them any. */
function levelsHereNotThere(readers: Readers): string[] {
  const { language, comment, report, review, row, groupLine, reportPage, sheet } = readers;
  const cells = groupLine.map(String).join(' · ');
  const namesLevel = (text: string): boolean =>
    ([1, 2, 3, 4] as const).some((level) => text.includes(levels[language][`level.${level}`]));
  const hasLevel = {
    comment: comment === null ? review.levels !== null : namesLevel(comment),
    report: report.result.kind === 'level',
    review: review.levels !== null,
    score: review.attempt.score !== null,
    row: row.result !== null,
    attempts: review.attempts.every((one) => one.levels !== null && one.score !== null),
    reportPage: namesLevel(reportPage),
    sheet: namesLevel(sheet),
    group: namesLevel(cells),
  };
  if (new Set(Object.values(hasLevel)).size > 1) {
    return [`a level in one place and none in another: ${JSON.stringify(hasLevel)}`];
  }
  if (review.levels !== null) return differentLevels(readers);
  return Object.entries({ comment: comment ?? '', reportPage, sheet }).flatMap(([reader, text]) => {
    const said = /\b(?:sur|of|out of) 100\b|\d–\d/u.exec(text)?.[0];
    return said === undefined ? [] : [`${reader} says « ${said} » without a level`];
  });
}

function differentLevels({ comment, report, review, row, groupLine }: Readers): string[] {
  if (review.levels === null || report.result.kind !== 'level') return [];
  const views = [review.levels.overall, report.result.overall, row.result?.levels.overall];
  const bars = [review.levels.dimensions, report.result.dimensions, row.result?.levels.dimensions];
  const isDifferent = [views, bars].some((all) => new Set(all.map((one) => JSON.stringify(one))).size > 1);
  const [low, high] = review.levels.scoreBand;
  const { score } = review.attempt;
  return [
    ...(isDifferent ? ['levels differ between readers'] : []),
    ...(comment === null || comment.includes(`${low}–${high}`) ? [] : ['the comment has another band']),
    ...(row.result?.score === score && groupLine.includes(score)
      ? []
      : ['the score differs between readers']),
  ];
}

/** Nobody showed everything or nothing: the words say what was seen this time. */
function absoluteWords({ language, comment, report, review, sheet }: Readers): string[] {
  const shown = [...report.shown, ...review.shown].map(({ words }) => words[language]);
  const { 'evidence.title': from, 'talk.title': to } = person[language];
  const evidence = sheet.slice(sheet.indexOf(plain(from)), sheet.indexOf(plain(to)));
  return [comment ?? '', ...shown, evidence].flatMap((text) => {
    const word = absolute.exec(text)?.[0];
    return word === undefined ? [] : [`« ${word} » in « ${text.trim().slice(0, 80)} »`];
  });
}

function namesOf(language: 'fr' | 'en', of: readonly Dimension[]): string {
  return of.map((one) => levels[language][`short.${one}`]).join(', ');
}

/** What stands in a text at the `{names}` of a template; empty if the template is not there. */
function listIn(text: string, template: string): string {
  const [before = '', after = ''] = plain(template).split('{names}');
  const start = plain(text).indexOf(before);
  if (start < 0) return '';
  const rest = plain(text).slice(start + before.length);
  return rest.slice(0, rest.indexOf(after === '' ? '.' : after));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
