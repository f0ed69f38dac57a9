/** What the law asks a notice to say, and the line of the notice that says it: looked up in each notice, never claimed. */
import type { Language } from '../../scenarios/world/base.ts';
import type { NoticeSection } from '../contract/notice.ts';
import { noFacts } from '../contract/study-facts.ts';
import { noticeOf } from '../studies/texts-of-study.ts';
import type { Line } from './blocks.ts';
import type { KitStudy } from './kit-facts.ts';

interface Duty {
  readonly asks: string;
  /** Of the law of the private sector. */
  readonly section: string;
  /** How sentences of the notice begin. */
  readonly lines: readonly string[];
  /** The lines exclude each other: one is enough. */
  readonly isEither?: boolean;
}

interface DutyWords {
  readonly quoted: (line: string, title: string) => string;
  readonly everywhere: string;
  /** Null: of an installation without a study. */
  readonly missing: (studies: readonly (string | null)[] | null) => string;
  /** An organisation wrote these notices. */
  readonly unchecked: (studies: readonly (string | null)[]) => string;
}

interface Told {
  /** False if no study exists yet. */
  readonly isStudy: boolean;
  readonly name: string | null;
  readonly isOwn: boolean;
  readonly sections: readonly NoticeSection[];
}

export interface DutyTexts {
  readonly duties: readonly Duty[];
  readonly say: DutyWords;
}

/** A row for each duty: what is asked, the lines that say it, and the studies whose notice does not. */
export function dutyRows(
  studies: readonly KitStudy[],
  language: Language,
  { duties, say }: DutyTexts,
): Line[][] {
  const told: readonly Told[] =
    studies.length === 0
      ? [
          {
            isStudy: false,
            name: null,
            isOwn: false,
            sections: noticeOf({ facts: noFacts, noticeVersion: 0 }).sections[language],
          },
        ]
      : studies.map(({ name, notice, facts }) => ({
          isStudy: true,
          name,
          isOwn: facts.texts.notice !== null,
          sections: notice.sections[language],
        }));
  return duties.map((duty) => [
    `${duty.asks} (${duty.section})`,
    duty.lines.flatMap((line) => quote(line, told, say)).join('\n') || '–',
    sayWho(duty, told, say),
  ]);
}

function quote(line: string, told: readonly Told[], say: DutyWords): string[] {
  for (const { title, sentences } of told.flatMap(({ sections }) => sections)) {
    const found = sentences.find((sentence) => sentence.startsWith(line));
    if (found !== undefined) return [say.quoted(found === line ? line : shorten(line), title)];
  }
  return [];
}

/** A fact follows after a space; of a sentence, its next words. */
function shorten(line: string): string {
  return line.endsWith(':') ? `${line} …` : `${line}…`;
}

function sayWho({ lines, isEither }: Duty, told: readonly Told[], say: DutyWords): string {
  const without = told.filter(({ sections }) => {
    const says = (line: string): boolean =>
      sections.some(({ sentences }) => sentences.some((sentence) => sentence.startsWith(line)));
    return !(isEither === true ? lines.some(says) : lines.every(says));
  });
  const [ours, own] = [without.filter(({ isOwn }) => !isOwn), without.filter(({ isOwn }) => isOwn)].map(
    (some) => some.map(({ name }) => name),
  );
  const parts = [
    ...(ours === undefined || ours.length === 0
      ? []
      : [say.missing(told.some(({ isStudy }) => isStudy) ? ours : null)]),
    ...(own === undefined || own.length === 0 ? [] : [say.unchecked(own)]),
  ];
  return parts.join('\n') || say.everywhere;
}
