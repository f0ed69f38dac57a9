/** Times of day in a text: `17h30`, `5 p.m.`, `cinq heures et demie`, `quarter to six`, `jrentre a 5`, `noon`. */
import { writeNumbers } from '../../world/reading/write-numbers.ts';
import { saysHalfOfDay, timeForms } from './time-forms.ts';

export interface DayTime {
  /** Since midnight. « 5 h » is 17:00 unless it says morning: shifts are spoken of like that. */
  readonly minutes: number;
  /** False if « 5 h » may be in the morning too. */
  readonly halfOfDay: boolean;
  /** A number without any sign of a time: « à 5 ». */
  readonly isBare: boolean;
  /** The end of a span, as in « de 17 h à 21 h ». */
  readonly endsSpan: boolean;
}

/** @returns the text with `§0`, `§1` … in place of its times */
export function markTimes(plain: string): { readonly text: string; readonly times: readonly DayTime[] } {
  const found: Omit<DayTime, 'endsSpan'>[] = [];
  const text = timeForms.reduce(
    (rest, { pattern, read, isBare }) =>
      rest.replace(pattern, (whole: string, ...match: unknown[]) => {
        // The last argument of a pattern with named groups.
        const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
        const minutes = read(groups);
        if (minutes === undefined) return whole;
        found.push({ minutes, halfOfDay: saysHalfOfDay(groups), isBare });
        return `${groups.keep ?? ''} §${found.length - 1} ${groups.rest ?? ''}`;
      }),
    writeNumbers(plain, isBesideHour),
  );
  const ends = new Set(spanEnds(text));
  return { text, times: found.map((time, index) => ({ ...time, endsSpan: ends.has(index) })) };
}

/** « À une heure », “at one”: the word is a number there. */
function isBesideHour(before: string, next: string): boolean {
  return /(?:^|[^\p{L}])(?:a|at|vers) $/u.test(before) || /^(?:h|heures?|oclock|[ap]m)$/.test(next);
}

/** « de §0 à §1 », “from §0 to §1”, « §0-§1 »; « entre §0 et §1 » leaves both open. */
function spanEnds(marked: string): number[] {
  const spans = marked.matchAll(
    /(?<between>entre|between)?\s*§\d+ +(?:(?:a|to|until|till|til|jusqua|jusque) +)?§(?<last>\d+)/gu,
  );
  return [...spans].flatMap(({ groups }) => (groups?.between === undefined ? [Number(groups?.last)] : []));
}
