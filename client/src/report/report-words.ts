/** The same sentences are shown, printed and read aloud. */
import type { LearnerReport, ReportResult } from '../../../server/contract/report.ts';
import type { NextStep } from '../../../server/contract/told.ts';
import { reportEn } from '../i18n/catalogues/report.en.ts';
import { reportFr } from '../i18n/catalogues/report.fr.ts';
import { formatMoment } from '../i18n/dates.ts';
import { asSentence } from '../i18n/in-sentence.ts';
import { createTranslator, locale } from '../i18n/i18n.svelte.ts';
import { levelText, nameLevel } from '../i18n/levels.ts';
import { stepText } from '../i18n/steps.ts';
import type { PlacedLink } from '../ui/placed-link.ts';

export const t = createTranslator<keyof typeof reportFr>(reportFr, reportEn);

const allDimensions = 6;

type LevelResult = Extract<ReportResult, { kind: 'level' }>;

/** The day without the hour. */
export function formatDay(ms: number, timeZone: string): string {
  return formatMoment(ms, { dateStyle: 'long', timeZone });
}

/** What the person did, then the strengths. */
export function shownWords({ shown, strengths }: LearnerReport): readonly string[] {
  const names = strengths.map((dimension) => levelText(`dimension.${dimension}`)).join('; ');
  return [
    ...shown.map(({ words }) => words[locale.current]),
    ...(strengths.length === 0 ? [] : [t('strengths.named', { names })]),
  ];
}

export function withoutLevel(result: ReportResult): readonly string[] {
  switch (result.kind) {
    case 'level':
      return [];
    case 'not-over':
      return [t('later.text')];
    case 'held':
      return [t('held.text')];
    case 'not-kept':
      return [t('not-kept.text')];
    case 'too-few': {
      const { played, needed } = result;
      return [playedWords(played), t('few.needed', { needed }), t('few.next'), t('few.talk')];
    }
    case 'short':
      return [playedWords(result.played), t('short.text')];
  }
}

function playedWords(played: number): string {
  return played === 0 ? t('few.0') : t.count('few.done', played);
}

export function levelWords({ overall, skipped, change }: LevelResult): readonly string[] {
  return [
    `${nameLevel(overall)}.`,
    t('level.margin'),
    ...(skipped === 0 ? [] : [t.count('level.skipped', skipped)]),
    ...(change === null ? [] : [t(`change.${change.kind}`)]),
    ...(change?.isSoon === true ? [t('change.soon')] : []),
  ];
}

/** What is read aloud instead of the bars. */
export function dimensionWords(dimensions: LevelResult['dimensions']): readonly string[] {
  const each = dimensions.map((one) =>
    t('dimensions.each', { dimension: levelText(`dimension.${one.dimension}`), level: nameLevel(one) }),
  );
  return [...each, ...moreWords(dimensions)];
}

/** Empty if each dimension is shown. */
export function moreWords(dimensions: LevelResult['dimensions']): readonly string[] {
  return dimensions.length < allDimensions ? [t('dimensions.more')] : [];
}

export interface StepWords {
  readonly step: NextStep;
  readonly paragraphs: readonly string[];
  readonly link: PlacedLink | null;
}

/** A resource that two steps share is named once. */
export function stepWords(steps: readonly NextStep[]): readonly StepWords[] {
  const language = locale.current;
  return steps.map((step, index) => {
    const { resource, practice, left } = step;
    const action = t('next.action', { text: stepText(step) });
    const isLeft = practice !== null && left.length > 0;
    const before = isLeft
      ? [
          t('next.left', { title: practice[language] }),
          ...left.map((goal) => t('next.goal', { goal: goal[language] })),
        ]
      : [];
    const again = practice === null || isLeft ? [] : [t('next.practice', { title: practice[language] })];
    if (resource === null) return { step, paragraphs: [...before, action, ...again], link: null };
    const title = resource.title[language];
    const isKnown = steps.slice(0, index).some((one) => one.resource?.title[language] === title);
    const help = [
      t(isKnown ? 'next.resource.again' : 'next.resource', { title }),
      resource.text[language],
      ...(resource.place === undefined
        ? []
        : [t('next.place', { place: asSentence(resource.place[language]) })]),
    ];
    const href = resource.link?.[language];
    return {
      step,
      paragraphs: [...before, action, ...help, ...again],
      link: href === undefined ? null : { paragraph: before.length + 1, title, href },
    };
  });
}

/** For a level without a next step, so that the report still says what to do with it. */
export function afterWords({ result, nextSteps }: LearnerReport): readonly string[] {
  if (result.kind !== 'level' || nextSteps.length > 0) return [];
  return [t('after.show'), t('after.tell'), t('after.help')];
}

export function aboutWords({ isPilot, result }: LearnerReport): readonly string[] {
  const pilot = isPilot && result.kind === 'level' ? [t('about.pilot')] : [];
  return [t('about.is'), t('about.not'), ...pilot];
}
