/** The files of a shared vocabulary: `vocabularies/<name>/v<n>/words.fr.yaml`, `corpus.fr.yaml` and the same in English. */
import { z } from 'zod';
import { formatVersion, plainName } from './format.ts';

/** Expressions between commas, in as many lines as it takes. */
const list = z.string().transform((text) =>
  text
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

/** `<name>/v<n>` */
export const vocabularyName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/v\d+$/, 'a vocabulary or a corpus has a folder and a version, such as answer/v1');

const clauseLists = z.partialRecord(
  z.enum([
    'negators',
    'questions',
    'conditions',
    'links',
    'starts',
    'opinions',
    'self',
    /** « le message suspect »: what stands so is taken for granted, whatever is denied or asked about it. */
    'definites',
    'nounFirst',
    /** Words that are themselves, though they sound like one of another list. */
    'itself',
  ]),
  list,
);

const groupLists = z.partialRecord(
  z.enum([
    /** Count where no clause denies, asks or supposes them. */
    'says',
    /** Count only if they are denied: « pas normal ». */
    'denied',
    /** As `says`, also where they are asked: « peux-tu vérifier? ». Not what the person says they did. */
    'asks',
    /** Verbs that count in a negative order: « ne cliquez pas ». */
    'forbidden',
    /** As `says`, but only in a text with a word of `topic`. */
    'beside',
    'topic',
    /** As `beside`, but only said to others: « supprimez ça », not « je l'ai supprimé ». */
    'orders',
    /** Nothing counts in a text with such a word and none of `topic`. */
    'elsewhere',
    /** Takes back what was said before it. */
    'takenBack',
  ]),
  list,
);

const answerLists = z.partialRecord(
  z.enum([
    /** Decide by themselves. */
    'yes',
    'no',
    /** Decide if nothing clear says otherwise. */
    'likely',
    'unlikely',
    /** A no, if nothing else answers. */
    'reasons',
    /** A likely yes, or a likely no if it is denied; `unable` is denied already. */
    'able',
    'unable',
    /** After a denied « peux »: other words make it another matter. */
    'come',
    'unsure',
    /** Set phrases with words of the other lists that answer nothing. */
    'neutral',
    'elsewhere',
    'others',
    'rather',
    /** A time beside such a word is no arrival and no proposal. */
    'notArrival',
    /** The time after such a word is the end. */
    'until',
    /** Takes a `notArrival` back. */
    'except',
  ]),
  list,
);

/** `other` is a day without a name (tomorrow), `asked` the one that the question was about. */
export const days = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'other',
  'asked',
] as const;

export const courtesies = ['greeting', 'thanks', 'please', 'sorry', 'closing', 'name'] as const;

export const WordsFile = z.strictObject({
  formatVersion,
  /** How clauses deny, ask, suppose and end. */
  clauses: clauseLists.exactOptional(),
  groups: z.record(plainName, groupLists).default({}),
  answer: answerLists.exactOptional(),
  days: z.partialRecord(z.enum(days), list).exactOptional(),
  courtesy: z.partialRecord(z.enum(courtesies), list).exactOptional(),
});
export type WordsFile = z.infer<typeof WordsFile>;

/** Texts as people write them, each with what a fair reader understands; fields by vocabulary. */
export const CorpusFile = z.strictObject({
  formatVersion,
  sentences: z
    .array(
      z
        .object({ says: z.string().min(1), why: z.string().exactOptional() })
        .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    )
    .min(1),
});
export type CorpusFile = z.infer<typeof CorpusFile>;
