/** The files of a shared vocabulary: `vocabularies/<name>/v<n>/words.fr.yaml` and `corpus.fr.yaml`. */
import { z } from 'zod';
import { formatVersion } from './format.ts';

/** Expressions between commas, in as many lines as it takes. */
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/[,\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );

export const listNames = {
  /** How clauses deny, ask, suppose and end. */
  clauses: ['negators', 'questions', 'conditions', 'links', 'starts', 'opinions', 'self'],
  group: ['says', 'denied', 'forbidden', 'beside', 'topic', 'elsewhere', 'takenBack'],
} as const;

const lists = <Name extends string>(
  names: readonly Name[],
): z.ZodObject<Record<Name, typeof list>, z.core.$strict> =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, list])) as Record<Name, typeof list>);

export const WordsFile = z.strictObject({
  formatVersion,
  clauses: lists(listNames.clauses).exactOptional(),
  groups: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), lists(listNames.group)).default({}),
});
