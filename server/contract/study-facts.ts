/** What an organisation says about a study; sentences are made of it (server/studies/). */
import { z } from 'zod';

const short = z.string().trim().min(1).max(300);
const inBoth = z.strictObject({ fr: short, en: short });
const months = z.number().int().min(1).max(1200);
const sentences = z.array(short).min(1).max(40);
const ownWords = z.strictObject({ fr: sentences, en: sentences });

export const StudyFacts = z.strictObject({
  /** As said within a sentence, with its article. */
  organisation: inBoth.nullable().default(null),
  inCharge: short.nullable().default(null),
  contact: short.nullable().default(null),
  keptMonths: months.nullable().default(null),
  recipients: z.array(inBoth).max(10).default([]),
  /** Whether data may leave Québec, the server and the record stores included. Null: people are told to ask. */
  leavesQuebec: z.boolean().nullable().default(null),
  /** Absent: nobody is asked. */
  research: z
    .strictObject({
      team: inBoth,
      /** A whole sentence. */
      purpose: inBoth,
      contact: short.nullable().default(null),
      keptMonths: months.nullable().default(null),
      /** Also asks for studies that do not exist yet. */
      future: z.boolean().default(false),
      /** Also asks people who agreed about themselves, after the play (ADR 58). */
      background: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** Sentences of the organisation instead of ours. */
  texts: z
    .strictObject({
      notice: ownWords.nullable().default(null),
      research: ownWords.nullable().default(null),
      future: ownWords.nullable().default(null),
    })
    .default({ notice: null, research: null, future: null }),
});
export type StudyFacts = Readonly<z.infer<typeof StudyFacts>>;

/** Of a study that says nothing yet. */
export const noFacts: StudyFacts = StudyFacts.parse({});
