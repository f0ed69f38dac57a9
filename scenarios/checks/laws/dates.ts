import type { Problem } from '../../kit/yaml-source.ts';
import type { LawScene } from './law-scene.ts';

/** A year of birth is no date of the week, and does not grow old. */
const year = /(?<![\d-])20[2-9]\d(?![\d-])/u;
const isoDate = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/u;
const french =
  /(?<!\d)(?:1er|[12]?\d|3[01])[ \u00A0](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/iu;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const english = new RegExp(`(?:${months})[ \\u00A0]\\d|\\d[ \\u00A0](?:${months})`, 'u');

/** Law 13: years and dates come from the attempt's start, so none is written out. */
export function findDates({ files }: LawScene): readonly Problem[] {
  const { world, worldTexts } = files;
  const inWorld = stringsIn(world.data, []).flatMap(({ path, text }) =>
    dateIn(text).map((date) => world.problem('error', path, 'law.date', { law: 13, date })),
  );
  const inTexts = (['fr', 'en'] as const).flatMap((language) => {
    const source = worldTexts[language];
    return stringsIn(source.data, []).flatMap(({ path, text }) =>
      dateIn(text).map((date) => source.problem('error', path, 'law.date', { law: 13, date })),
    );
  });
  return [...inWorld, ...inTexts];
}

function dateIn(text: string): string[] {
  const found = [isoDate, french, english, year].map((pattern) => pattern.exec(text)?.[0]);
  return found.flatMap((date) => date ?? []).slice(0, 1);
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function stringsIn(value: unknown, path: Place['path']): readonly Place[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => stringsIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => stringsIn(each, [...path, key]));
}
