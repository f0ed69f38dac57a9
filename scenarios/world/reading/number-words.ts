/**
 * French (also of Belgium and Switzerland) and English, with dictation and spelling by ear, and the
 * Spanish digits.
 */

/** By value. */
const words: Readonly<Record<number, string>> = {
  0: 'zero zeros zerro oh cero',
  1: 'un une hun one won uno',
  2: 'deux deu dos two to too tow',
  3: 'trois troi trwa troix three thre tree tres',
  4: 'quatre katre quat kat catre four fore fourr for cuatro',
  5: 'cinq cinque sinq sink cink five fiv cinco',
  6: 'six sis siss seis',
  7: 'sept set seven sevn siete',
  8: 'huit uit wit hui eight ate eigth eigt ocho',
  9: 'neuf neuv nef nine nin nein nueve',
  10: 'dix dis diss ten',
  11: 'onze onz eleven',
  12: 'douze douz twelve',
  13: 'treize trez treise thirteen',
  14: 'quatorze katorze fourteen',
  15: 'quinze kinze fifteen',
  16: 'seize seise sixteen',
  17: 'dixsept seventeen',
  18: 'dixhuit eighteen',
  19: 'dixneuf nineteen',
  20: 'vingt vint vin vingts twenty',
  30: 'trente trante thirty',
  40: 'quarante karante carante quarent forty fourty',
  50: 'cinquante sinquante cinkante fifty',
  60: 'soixante soisante swasante sixty',
  70: 'septante seventy',
  80: 'huitante octante eighty',
  90: 'nonante ninety',
  100: 'cent cents sent sans hundred',
  1000: 'mille mil thousand',
};

const values: ReadonlyMap<string, number> = new Map(
  Object.entries(words).flatMap(([value, list]) => list.split(' ').map((word) => [word, Number(value)])),
);

/** These are other words too: only a number around them shows that they are meant as one. */
const homophones = new Set(
  'for to too ate won tree tow oh sans sent vin set hui wit dix un une one'.split(' '),
);

interface SpokenNumber {
  readonly value: number;
  /** Index after its last word. */
  readonly end: number;
}

function valueOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : values.get(word);
}

export function isNumberWord(word: string): boolean {
  return valueOf(word) !== undefined;
}

export function isHomophone(word: string): boolean {
  return homophones.has(word);
}

/** Every number below a million that begins at `start`, shortest first; plain words, hyphens are spaces. */
export function spokenNumbersAt(list: readonly string[], start: number): readonly SpokenNumber[] {
  return [...belowHundred(list, start), ...hundreds(list, start), ...thousands(list, start)].filter(
    ({ end }, index, all) => all.findIndex((other) => other.end === end) === index,
  );
}

/** The longest one. */
export function findSpokenNumber(list: readonly string[], start: number): SpokenNumber | undefined {
  return [...spokenNumbersAt(list, start)].sort((left, right) => right.end - left.end)[0];
}

function belowHundred(list: readonly string[], start: number): SpokenNumber[] {
  const first = valueOf(list[start]);
  if (first === undefined || first >= 100) return [];
  const found: SpokenNumber[] = [{ value: first, end: start + 1 }];
  const isScore = first === 4 && valueOf(list[start + 1]) === 20;
  const tens = isScore ? 80 : first;
  const next = isScore ? start + 2 : start + 1;
  if (isScore) found.push({ value: 80, end: next });
  if (tens < 20 && tens !== 10) return found;
  const at = ['et', 'and'].includes(list[next] ?? '') ? next + 1 : next;
  const unit = valueOf(list[at]);
  if (unit === undefined || unit === 0) return found;
  // « soixante-dix », « quatre-vingt-douze », « dix-sept »
  const mayBeTeen = tens === 60 || tens === 80;
  if (unit < 10 && (tens !== 10 || unit >= 7)) found.push({ value: tens + unit, end: at + 1 });
  if (mayBeTeen && unit >= 10 && unit < 20) {
    found.push({ value: tens + unit, end: at + 1 });
    const last = valueOf(list[at + 1]);
    if (unit === 10 && last !== undefined && last >= 7 && last < 10) {
      found.push({ value: tens + 10 + last, end: at + 2 });
    }
  }
  return found;
}

function hundreds(list: readonly string[], start: number): SpokenNumber[] {
  const first = valueOf(list[start]);
  if (first === undefined) return [];
  const isBare = first === 100;
  if (!isBare && (first === 0 || first > 99 || valueOf(list[start + 1]) !== 100)) return [];
  const base = isBare ? 100 : first * 100;
  const next = isBare ? start + 1 : start + 2;
  const rest = belowHundred(list, ['et', 'and'].includes(list[next] ?? '') ? next + 1 : next);
  return [{ value: base, end: next }, ...rest.map(({ value, end }) => ({ value: base + value, end }))];
}

function thousands(list: readonly string[], start: number): SpokenNumber[] {
  const heads = [...belowHundred(list, start), ...hundreds(list, start)].filter(
    ({ value, end }) => value > 0 && value < 1000 && valueOf(list[end]) === 1000,
  );
  const whole = valueOf(list[start]) === 1000 ? [{ value: 1, end: start }, ...heads] : heads;
  return whole.flatMap(({ value, end }) => {
    const base = value * 1000;
    const next = ['et', 'and'].includes(list[end + 1] ?? '') ? end + 2 : end + 1;
    const rests = [...belowHundred(list, next), ...hundreds(list, next)];
    return [
      { value: base, end: end + 1 },
      ...rests.map((rest) => ({ value: base + rest.value, end: rest.end })),
    ];
  });
}

/** « quatrehuitdeux » as words; undefined unless all of it is number words. */
export function splitNumberWords(joined: string): readonly string[] | undefined {
  if (joined.length < 6 || isNumberWord(joined)) return undefined;
  const from = (at: number): readonly string[] | undefined => {
    if (at === joined.length) return [];
    for (let end = joined.length; end >= at + 2; end -= 1) {
      const word = joined.slice(at, end);
      if (!values.has(word)) continue;
      const rest = from(end);
      if (rest !== undefined) return [word, ...rest];
    }
    return undefined;
  };
  return joined.length > 60 ? undefined : from(0);
}
