/** How people write a time of day, after `plainText` and with numbers in digits. */

type Groups = Readonly<Record<string, string | undefined>>;

interface TimeForm {
  readonly pattern: RegExp;
  /** Minutes since midnight; undefined if it is no time after all. */
  readonly read: (groups: Groups) => number | undefined;
  /** A number without any sign of a time: « à 5 ». */
  readonly isBare: boolean;
}

const oneOf = (words: string): string => `(?:${words.split(', ').join('|')})`;

/** Neither inside a word or number nor an amount; a comma may stand before it. */
const start = String.raw`(?<![\p{L}\p{N}$/§])(?<!\d[.,:])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const hour = String.raw`(?<hour>2[0-4]|1\d|0?\d)`;
const minute = String.raw`(?<minute>[0-5]\d)`;
/** Without a sign between, only these are minutes. */
const quarter = '(?<minute>00|15|30|45)';
const heures = oneOf('h, hr, hrs, hre, hres, heures?, heur, heurs, eures?');
const halfDay = `(?<part>${oneOf(String.raw`a\.?m\b\.?, p\.?m\b\.?, du matin, le matin, du soir, in the morning, in the evening, in the afternoon, afternoon, de lapres midi, de lavant midi`)})`;
const mayBePart = `(?: ?${halfDay})?`;
const fraction = `(?: ?(?<fraction>${oneOf('et demie?, and (?:a )?half, et quart, et kart, moins quart, moins le quart, moins kart, 1 2, ½')}))?`;
const months = oneOf(
  'janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre, january, february, march, april, may, june, july, august, september, october, november, december',
);
const counted = oneOf(
  'mins?, minutes?, jours?, semaines?, mois, ans?, fois, personnes?, enfants?, autres?, km, dollars?, piastres?, days?, weeks?, years?, yrs, people, kids, times, others?, miles, boxes, boites, st, nd, rd, th, e, er, sure, hours, hrs, heures, h',
);
/** What follows makes the number a duration, a date, an amount. */
const notClock = String.raw`(?! ?(?:[$%]|[.,:/]\d|of |(?:h|heures?) (?:de|par) |(?:${counted}|${months})(?![\p{L}\p{N}])))`;
const notWorked = `(?! ?(?:de ${oneOf('temps, travail, route, plus, conge')}|par ${oneOf('jour, semaine')}))`;
const notDuration = `(?<!${start}${oneOf('faire, fais, fait, travailler, pendant, durant, dans, in, do, work, for, il y a, y a, peux')} )`;
const before = String.raw`(?<keep>(?<![\p{L}\p{N}])${oneOf('a, vers, vers les, des, apres, avant, pour, entre, at, around, about, by, after, before, from, until, till, til, for, between, like, or, ou, say, to, and, et, @, so, than, yes, oui')}) ?`;
const after = oneOf('ish, sharp, pile, tapant, max, tonight, is good, good, ok, works, is ok, is fine');

const form = (source: string, read: TimeForm['read'] = minutesOf): TimeForm => ({
  pattern: new RegExp(source, 'gu'),
  read,
  isBare: false,
});
const bare = (source: string): TimeForm => ({ ...form(source), isBare: true });
const shifted =
  (minutes: number) =>
  (groups: Groups): number | undefined =>
    minutesOf(groups, minutes);
const english = String.raw`(?<hour>1[0-2]|\d)${end}`;

/** In order: each sees what the ones before it left. */
export const timeForms: readonly TimeForm[] = [
  form(`${start}(?:half past|half) ${english}(?! hour)`, shifted(30)),
  form(`${start}quarter (?:past|after) ${english}`, shifted(15)),
  form(`${start}quarter (?:to|of|before) ${english}`, shifted(-15)),
  form(String.raw`${start}${hour} ?: ?${minute}(?::\d\d)?${mayBePart}${end}`),
  form(String.raw`${notDuration}${start}${hour} ?${heures}\.? ?${minute}${mayBePart}${end}`),
  form(`${notDuration}${start}${hour} ?${heures}${fraction}${mayBePart}${end}${notWorked}`),
  form(`${start}${hour}[.]?${quarter} ?${halfDay}`),
  form(`${start}${hour} ${quarter}${mayBePart}${end}${notClock}`),
  form(`${start}${hour} ?${oneOf('oclock, o clock, oclok, o clok')}${mayBePart}`),
  form(`${start}${hour} ?${halfDay}`),
  form(String.raw`${start}(?<hour>0[6-9]|1\d|2[0-3])${minute}h?${end}`, (groups) =>
    isYear(groups) ? undefined : minutesOf(groups),
  ),
  // « 5 hour », « 17 hours »: said by people who translate.
  form(`${start}(?:${hour} ?hour|(?<late>1[3-9]|2[0-3]) ?hours)${mayBePart}${end}`),
  form(`${before}(?:the )?${hour} and (?:a )?(?<fraction>half)${end}`),
  form(`${before}${hour}[.]${quarter}${end}`),
  bare(`${before}${hour}${end}${notClock}`),
  bare(`${start}${hour} ?(?<rest>${after})${end}`),
  // « Oui, 17 » and « Oui 17 »: a number alone.
  bare(
    String.raw`(?<keep>(?:^|[,:;.!?\n]) *(?:oui|yes|ok)? *)${hour}(?= *(?:$|[,;!?\n]|\.(?!\d)| (?:merci|svp|thanks)))`,
  ),
  form(String.raw`(?<![\p{L}\p{N}]|l?apres |l?avant )(?:midi|noon|noontime)${end}`, () => 12 * 60),
  form(String.raw`(?<![\p{L}\p{N}])(?:minuit|midnight)${end}`, () => 24 * 60),
];

/** « 5 h » may be in the morning or in the afternoon; « 17 h », « 5 h du soir » and « midi » may not. */
export function saysHalfOfDay({ hour: written, part }: Groups): boolean {
  const number = Number(written);
  return part !== undefined || !(number >= 1 && number <= 12);
}

function minutesOf(groups: Groups, shift = 0): number | undefined {
  const { hour: written, late, minute: past = '0', part = '', fraction: said = '' } = groups;
  const number = Number(written ?? late);
  if (Number.isNaN(number)) return undefined;
  const isMorning = /^a|matin|morning|avant/.test(part);
  // « 5 h » is five in the afternoon, unless it says otherwise.
  const isLate = !isMorning && number < 12 && (part !== '' || number >= 3);
  return (number + (isLate ? 12 : 0)) * 60 + Number(past) + minutesIn(said) + shift;
}

function minutesIn(fraction: string): number {
  if (/demi|half|1 2|½/.test(fraction)) return 30;
  if (fraction.startsWith('et')) return 15;
  return fraction === '' ? 0 : -15;
}

function isYear({ hour: century, minute: rest }: Groups): boolean {
  return century === '20' && Number(rest) > 19;
}
