/** The shared vocabularies that a scenario names, ready to read texts with. */
import { days, courtesies, type WordsFile } from '../../kit/word-lists.ts';
import { Lexicon } from './lexicon.ts';

type Lists = readonly (readonly [kind: string, expressions: readonly string[]])[];

export interface SharedVocabulary {
  /** By group, with the lists of clauses. */
  readonly groups: ReadonlyMap<string, Lexicon>;
  /** All that the groups say, by group: for names and searches. */
  readonly mentions: Lexicon;
  /** Null if no vocabulary has answers. */
  readonly answer: Lexicon | null;
  readonly courtesy: Lexicon;
  /** Tells the uses of amounts apart; null if one use is all that counts. */
  readonly uses: Lexicon | null;
  /** Names of the days of the week, with the lists of clauses. */
  readonly days: Lexicon;
  readonly recognises: Recognised;
}

/** Values of the variant as the rules need them: what texts are searched for. */
export interface Recognised {
  readonly day?: string;
  readonly code?: string;
  /** The time that a text should give, as `07:42`. */
  readonly time?: string;
  /** In millilitres; a `{placeholder}` until it is fitted to a variant. */
  readonly amount?: number | string;
  /** The right amount for another use, and the groups that name the two uses. */
  readonly besideAmount?: number | string;
  readonly amountFor?: string;
  readonly besideFor?: string;
  /** Most words of a document that is `brief`. */
  readonly words?: number;
  /** A shift that was not paid as worked. */
  readonly shift?: {
    readonly day: string;
    readonly worked: number | string;
    readonly paid: number | string;
  };
}

/** @param own the scenario's own keyword groups, which add to the shared ones */
export function createSharedVocabulary(
  files: readonly WordsFile[],
  own: readonly Readonly<Record<string, readonly string[]>>[],
  recognises: Recognised,
): SharedVocabulary {
  const clauses = files.flatMap((file) => listsOf(file.clauses));
  const answers = files.flatMap((file) => listsOf(file.answer));
  const dated = files.flatMap((file) => listsOf(file.days));
  const courtesy = files.flatMap((file) => listsOf(file.courtesy));
  const groups = groupsOf(files, own);
  const said = [...groups].flatMap(([name, lists]) =>
    lists.filter(([kind]) => kind === 'says').map(([, expressions]) => [name, expressions] as const),
  );
  return {
    groups: new Map([...groups].map(([name, lists]) => [name, new Lexicon([...clauses, ...lists])])),
    mentions: new Lexicon(said),
    answer: answers.length === 0 ? null : new Lexicon([...clauses, ...answers, ...dated, ...courtesy]),
    courtesy: new Lexicon(courtesy),
    uses: usesOf(clauses, groups, recognises),
    days: new Lexicon([...clauses, ...dated]),
    recognises,
  };
}

export function groupNames(
  files: readonly WordsFile[],
  own: readonly Readonly<Record<string, readonly string[]>>[],
): string[] {
  return [...new Set([...files.map(({ groups }) => groups), ...own].flatMap((each) => Object.keys(each)))];
}

function groupsOf(
  files: readonly WordsFile[],
  own: readonly Readonly<Record<string, readonly string[]>>[],
): ReadonlyMap<string, Lists> {
  return new Map(
    groupNames(files, own).map((name) => [
      name,
      [
        ...files.flatMap(({ groups }) => listsOf(groups[name])),
        ...own.flatMap((lists) => (lists[name] === undefined ? [] : [['says', lists[name]] as const])),
      ],
    ]),
  );
}

function usesOf(
  clauses: Lists,
  groups: ReadonlyMap<string, Lists>,
  { amountFor, besideFor }: Recognised,
): Lexicon | null {
  if (amountFor === undefined || besideFor === undefined) return null;
  const named = ([kind, name]: readonly [string, string]): Lists =>
    (groups.get(name) ?? []).map(([list, words]) => [list === 'says' ? kind : list, words] as const);
  return new Lexicon([
    ...clauses,
    ...(
      [
        ['amount', amountFor],
        ['beside', besideFor],
      ] as const
    ).flatMap(named),
  ]);
}

function listsOf(lists: Readonly<Record<string, readonly string[] | undefined>> = {}): Lists {
  return Object.entries(lists).flatMap(([kind, list]) => (list === undefined ? [] : [[kind, list] as const]));
}

export const dayKinds: readonly string[] = days;
export const courtesyKinds: readonly string[] = courtesies;
