/** Times of day in a text: `17h30`, `5 p.m.`, `cinq heures et demie`, `quarter to six`, `jrentre a 5`, `noon`. */
import { findSpokenNumber, isHomophone } from '../../world/reading/number-words.ts';

export interface DayTime {
  /** Since midnight. « 5 h » is 17:00 unless it says morning: shifts are spoken of like that. */
  readonly minutes: number;
  /** The end of a span, as in « de 17 h à 21 h ». */
  readonly endsSpan: boolean;
}

/** @returns the text with `§0`, `§1` … in place of its times */
export function markTimes(plain: string): { readonly text: string; readonly times: readonly DayTime[] } {
  const times: DayTime[] = [];
  const marked = patterns.reduce(
    (text, { pattern, read }) =>
      text.replace(pattern, (...match) => {
        const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
        const minutes = read(groups);
        if (minutes === undefined) return String(match[0]);
        times.push({ minutes, endsSpan: false });
        return `${groups['keep'] ?? ''} §${times.length - 1} ${groups['rest'] ?? ''}`;
      }),
    withDigits(plain),
  );
  const ends = new Set(spanEnds(marked));
  return { text: marked, times: times.map((time, index) => ({ ...time, endsSpan: ends.has(index) })) };
}

/** « cinq heures » → « 5 heures ». A word that may be another one needs an hour's sign beside it. */
function withDigits(plain: string): string {
  const words = plain.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  const spoken = words.map((word) => (/^ $/.test(word) ? '' : word));
  let text = '';
  for (let at = 0; at < words.length; ) {
    const list = spoken.slice(at, at + 9).filter((word) => word !== '');
    const found = /^\p{L}/u.test(words[at] ?? '') ? findSpokenNumber(list, 0) : undefined;
    if (found === undefined || (found.end === 1 && isHomophone(list[0] ?? '') && !isBesideHour(text, list[1]))) {
      text += words[at] ?? '';
      at += 1;
      continue;
    }
    text += String(found.value);
    for (let left = found.end; left > 0; at += 1) if (spoken[at] !== '') left -= 1;
  }
  return text;
}

function isBesideHour(before: string, next = ''): boolean {
  return /(?:^|[^\p{L}])(?:a|at|vers) $/u.test(before) || /^(?:h|heures?|oclock|[ap]m)$/.test(next);
}

const start = String.raw`(?<![\p{L}\p{N}$/§])(?<!\d[.,:])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const hour = String.raw`(?<hour>2[0-4]|1\d|0?\d)`;
const minute = String.raw`(?<minute>[0-5]\d)`;
const quarter = String.raw`(?<minute>00|15|30|45)`;
const part = String.raw`(?: ?(?<part>a\.?m\b\.?|p\.?m\b\.?|du matin|le matin|du soir|in the morning|in the evening|in the afternoon|afternoon|de lapres midi|de lavant midi))?`;
const fraction = String.raw`(?: ?(?<fraction>et demie?|and (?:a )?half|et quart|et kart|moins quart|moins le quart|moins kart|1 2)|(?<half>½))?`;
const notClock = String.raw`(?! ?(?:[$%]|h de |heures? de |h par|min\b|mins\b|minutes?|jours?|semaines?|mois\b|ans?\b|fois|personnes?|enfants?|autres?|km|dollars?|piastres?|days?\b|weeks?|months?|years?|yrs|people|kids|times\b|others?|miles|boxes|boites|janvier|fevrier|mars\b|avril|mai\b|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may\b|june|july|august|september|october|november|december|of |st\b|nd\b|rd\b|th\b|e\b|er\b|sure|[.,:/]\d|%|hours|hrs|heures|h\b))`;
const duration = String.raw`(?<!${start}(?:faire|fais|fait|travailler|pendant|durant|dans|in|do|work|for|il y a|y a|peux) )`;
const before = String.raw`(?<keep>(?<![\p{L}\p{N}])(?:a|vers|vers les|des|apres|avant|pour|entre|at|around|about|by|after|before|from|until|till|til|for|between|like|or|ou|say|to|and|et|@|so|than|to be|yes|oui)) ?`;

const at = (g: Readonly<Record<string, string | undefined>>): number | undefined => minutesOf(g);

const patterns: readonly {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => number | undefined;
}[] = [
  { pattern: /(?<![\p{L}\p{N}])(?:half past|half) (?<hour>1[0-2]|\d)(?![\p{L}\p{N}])(?! hour)/gu, read: (g) => minutesOf(g, 30) },
  { pattern: /(?<![\p{L}\p{N}])quarter (?:past|after) (?<hour>1[0-2]|\d)(?![\p{L}\p{N}])/gu, read: (g) => minutesOf(g, 15) },
  { pattern: /(?<![\p{L}\p{N}])quarter (?:to|of|before) (?<hour>1[0-2]|\d)(?![\p{L}\p{N}])/gu, read: (g) => minutesOf(g, -15) },
  { pattern: new RegExp(`${start}${hour} ?: ?${minute}(?::\\d\\d)?${part}${end}`, 'gu'), read: at },
  { pattern: new RegExp(`${duration}${start}${hour} ?(?:h|hr|hrs|hre|hres|heures?|heur|heurs|eures?)\\.? ?${minute}${part}${end}`, 'gu'), read: at },
  {
    pattern: new RegExp(
      `${duration}${start}${hour} ?(?:h|hr|hrs|hre|hres|heures?|heur|heurs|eures?)${fraction}${part}${end}(?! ?(?:de (?:temps|travail|route|plus|conge)|par (?:jour|semaine)|dafilee|daffilee))`,
      'gu',
    ),
    read: at,
  },
  { pattern: new RegExp(`${start}${hour}[.]?${quarter} ?(?<part>a\\.?m\\b\\.?|p\\.?m\\b\\.?)`, 'gu'), read: at },
  { pattern: new RegExp(`${start}${hour} ${quarter}${part}${end}${notClock}`, 'gu'), read: at },
  { pattern: new RegExp(`${start}${hour} ?(?:oclock|o clock|oclok|o clok)${part}`, 'gu'), read: at },
  { pattern: new RegExp(`${start}${hour} ?(?<part>a\\.?m\\b\\.?|p\\.?m\\b\\.?|du soir|du matin|in the (?:morning|evening|afternoon))`, 'gu'), read: at },
  { pattern: new RegExp(`${start}(?<hour>0[6-9]|1\\d|2[0-3])${minute}h?${end}`, 'gu'), read: (g) => notYear(g) },
  // « 5 hour », « 17 hours »: said by people who translate.
  { pattern: new RegExp(`${start}(?:${hour} ?hour|(?<late>1[3-9]|2[0-3]) ?hours)${part}${end}`, 'gu'), read: at },
  { pattern: new RegExp(`${before}(?:the )?${hour} and (?:a )?(?<fraction>half)${end}`, 'gu'), read: at },
  { pattern: new RegExp(`${before}${hour}[.]${quarter}${end}`, 'gu'), read: at },
  { pattern: new RegExp(`${before}${hour}${end}${notClock}`, 'gu'), read: at },
  { pattern: new RegExp(`${start}${hour} ?(?<rest>ish|sharp|pile|tapant|max|tonight|is good|good|ok|works|is ok|is fine)${end}`, 'gu'), read: at },
  // « Oui, 17 » and « Oui 17 »: a number alone.
  { pattern: new RegExp(`(?<keep>(?:^|[,:;.!?\\n]) *(?:oui|yes|ok)? *)${hour}(?= *(?:$|[,;!?\\n]|\\.(?!\\d)| (?:merci|svp|pm|thanks)))`, 'gu'), read: at },
  { pattern: /(?<![\p{L}\p{N}]|apres |avant |lapres |lavant )(?:midi|noon|noontime)(?![\p{L}\p{N}])/gu, read: () => 12 * 60 },
  { pattern: /(?<![\p{L}\p{N}])(?:minuit|midnight)(?![\p{L}\p{N}])/gu, read: () => 24 * 60 },
];

function minutesOf(
  { hour: written, late, minute: past = '0', part: said = '', fraction: words = '', half }: Readonly<Record<string, string | undefined>>,
  shift = 0,
): number | undefined {
  const number = Number(written ?? late);
  if (Number.isNaN(number)) return undefined;
  const isMorning = /^a|matin|morning|avant/.test(said);
  const isLate = !isMorning && number < 12 && (said !== '' || number >= 3);
  const added = words.includes('demi') || words.includes('half') || words === "1 2" || half !== undefined ? 30 : words.startsWith('et') ? 15 : words === '' ? 0 : -15;
  return (number + (isLate ? 12 : 0)) * 60 + Number(past) + added + shift;
}

function notYear(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  return groups['hour'] === '20' && Number(groups['minute']) > 19 ? undefined : minutesOf(groups);
}

/** « de §0 à §1 », « from §0 to §1 », « §0-§1 »; « entre §0 et §1 » leaves both open. */
function spanEnds(marked: string): number[] {
  return [...marked.matchAll(/(?<between>entre|between)?\s*§\d+ +(?:(?:a|to|until|till|til|jusqua|jusque) +)?§(\d+)/gu)].flatMap(
    ({ groups, 2: second }) => (groups?.['between'] === undefined ? [Number(second)] : []),
  );
}
