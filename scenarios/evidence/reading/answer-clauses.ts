/** What each clause of an answer says, and about which day. */
import { wordsIn, type Lexicon, type Segment } from './lexicon.ts';
import { sentencesOf } from './clauses.ts';
import { dayKinds } from './shared-vocabulary.ts';

export interface AnswerClause {
  /** The day that was asked, another one, or none named so far. */
  readonly about: 'asked' | 'other' | null;
  readonly says: readonly (
    'yes' | 'no' | 'likely' | 'unlikely' | 'unsure' | 'reason' | 'rather' | 'elsewhere'
  )[];
  /** Its denial is about coming, not about another matter: « je peux pas venir ». */
  readonly bound: boolean;
  /** Indexes of its times. */
  readonly times: readonly number[];
}

export function readAnswerClauses(lexicon: Lexicon, text: string, day: string): readonly AnswerClause[] {
  let about: AnswerClause['about'] = null;
  return sentencesOf(text).flatMap(({ parts }) => {
    let inSentence: AnswerClause['about'] = null;
    const clauses = parts.map((part) => lexicon.segments(wordsIn(part)));
    return clauses.flatMap((whole, index) =>
      splitClauses([...suppositionOf(clauses[index - 1]), ...whole]).map((segments): AnswerClause => {
        const own = dayOf(segments, day);
        inSentence = own ?? inSentence;
        about = own ?? about;
        const clause = readClause(segments, own);
        // A clear word speaks of the day of its own sentence, a time of the last day that was named.
        const isClear = clause.says.includes('yes') || clause.says.includes('no');
        return { ...clause, about: isClear ? inSentence : about };
      }),
    );
  });
}

/** « If not, no », « si j'ai une gardienne, oui »: such a condition reaches over the comma. */
function suppositionOf(before: readonly Segment[] = []): readonly Segment[] {
  const [first, second] = before;
  const isOwn = second === undefined || before.length === 2 || second.kinds.includes('self');
  return first?.kinds.includes('conditions') === true && isOwn ? [first] : [];
}

/** At « mais », « and », and before a second day. */
function splitClauses(segments: readonly Segment[]): Segment[][] {
  const clauses: Segment[][] = [[]];
  for (const segment of segments) {
    const current = clauses.at(-1) ?? [];
    const days = current.some(({ kinds }) => isDay(kinds));
    if (segment.kinds.includes('links')) clauses.push([segment]);
    else if (isDay(segment.kinds) && days) {
      // « maybe tuesday »
      const last = current.at(-1);
      clauses.push(last?.kinds.includes('unsure') === true ? [current.pop() ?? segment, segment] : [segment]);
    } else current.push(segment);
  }
  return clauses.filter((clause) => clause.length > 0);
}

function isDay(kinds: readonly string[]): boolean {
  return kinds.some((kind) => dayKinds.includes(kind));
}

function dayOf(segments: readonly Segment[], day: string): AnswerClause['about'] {
  const named = segments.flatMap(({ kinds }) => kinds.filter((kind) => dayKinds.includes(kind)));
  if (named.length === 0) return null;
  return named.some((each) => each === day || each === 'asked') ? 'asked' : 'other';
}

function readClause(segments: readonly Segment[], day: AnswerClause['about']): Omit<AnswerClause, 'about'> {
  const has = (kind: string): boolean => segments.some(({ kinds }) => kinds.includes(kind));
  const isOthers = has('others') && !has('self');
  const times = has('notArrival') && !has('except') ? [] : timesIn(segments);
  if (isOthers || has('elsewhere')) return { says: ['elsewhere'], bound: false, times: [] };
  const asks = has('questions');
  const supposes = has('conditions');
  const unsure = has('unsure');
  const able = ableIn(segments);
  const unlikely = has('unlikely') || able.no || (day === 'asked' && isDayDenied(segments));
  const mayAnswer = !asks && !supposes && !unsure;
  const clearAt = (kind: string): boolean =>
    segments.some(({ kinds }, at) => kinds.includes(kind) && !isSupposed(segments, at));
  const says: AnswerClause['says'][number][] = [];
  if (clearAt('yes')) says.push('yes');
  if (clearAt('no')) says.push('no');
  if (mayAnswer && (has('likely') || able.yes)) says.push('likely');
  if (mayAnswer && unlikely) says.push('unlikely');
  if (unsure) says.push('unsure');
  if (mayAnswer && has('reasons')) says.push('reason');
  if (has('rather')) says.push('rather');
  return { says, bound: unlikely, times };
}

function isSupposed(segments: readonly Segment[], at: number): boolean {
  return segments.slice(0, at).some(({ kinds }) => kinds.includes('conditions'));
}

function timesIn(segments: readonly Segment[]): number[] {
  return segments.flatMap(({ words }, at) =>
    words.flatMap((word) => {
      const ends = segments[at - 1]?.kinds.includes('until') === true;
      return word.startsWith('§') && !ends ? [Number(word.slice(1))] : [];
    }),
  );
}

/** « Je peux », « je peux pas », and « je peux pas rester tard », which answers nothing. */
function ableIn(segments: readonly Segment[]): { yes: boolean; no: boolean } {
  const found = { yes: false, no: false };
  segments.forEach(({ kinds }, at) => {
    if (kinds.includes('unable') && isAboutComing(segments[at + 1])) found.no = true;
    if (!kinds.includes('able')) return;
    const before = segments.slice(Math.max(0, at - 4), at).some((each) => isDenial(each));
    const afterAt = segments.slice(at + 1, at + 3).findIndex(isDenial);
    if (!before && afterAt === -1) found.yes = true;
    else if (isAboutComing(segments[at + 2 + Math.max(afterAt, before ? -1 : 0)])) found.no = true;
  });
  return found;
}

/** « pas jeudi », « not on Thursday » */
function isDayDenied(segments: readonly Segment[]): boolean {
  return segments.some(({ kinds }, at) => {
    const [second, first] = [segments[at - 2], segments[at - 1]];
    if (!isDay(kinds) || first === undefined) return false;
    return isDenial(first) || (second !== undefined && isDenial(second) && first.kinds.length === 0);
  });
}

function isDenial({ kinds }: Segment): boolean {
  return kinds.includes('negators') || kinds.includes('unable');
}

function isAboutComing(next: Segment | undefined): boolean {
  return next === undefined || next.kinds.length > 0 || next.words.some((word) => word.startsWith('§'));
}
