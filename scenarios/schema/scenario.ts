/**
 * The scenario format: Zod of the files of one scenario version (world, texts, evidence, plays) and of the forms.
 * Types are inferred. World and texts are public; evidence, its texts and the plays never leave the server.
 */
import { z } from 'zod';
import { dimensions } from '../kit/dimensions.ts';
import { ActionSchema, simulatedAppId } from './action-schema.ts';
import { apps } from '../apps/index.ts';
import { cast, formatVersion, id, textKey } from '../kit/format.ts';
import { VocabularyFile } from '../kit/vocabulary-schema.ts';
import type { World } from '../world/types.ts';

const count = z.number().int().min(1);

// ── world.yaml ────────────────────────────────────────────────────────────────────────────────────────────

const line = z.strictObject({
  by: cast,
  expression: z.enum(['neutral', 'smiling', 'thoughtful']),
  text: textKey,
});

const helpTopic = z.strictObject({
  id,
  title: textKey,
  say: textKey,
  where: z.string().min(1),
  whereText: textKey,
  how: z.array(textKey).min(1),
});

/** Words that change from one attempt to the next and are the same in every language; by placeholder name. */
const values = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string().min(1));

/** The world as its author writes it; without its variants it is the World that a scene plays. */
export type WorldFile = Omit<World, 'values'> & {
  readonly variants: readonly { readonly id: string; readonly values: Readonly<Record<string, string>> }[];
};

type AppParts = {
  readonly [Id in keyof typeof apps]: z.ZodExactOptional<(typeof apps)[Id]['schema']['world']>;
};

/** What each app brings to a world, by its id. */
// The compiler forgets which app an entry is of.
const appParts = Object.fromEntries(
  Object.entries(apps).map(([id, { schema }]) => [id, schema.world.exactOptional()]),
) as unknown as AppParts;

export const WorldFileSchema: z.ZodType<WorldFile> = z.strictObject({
  formatVersion,
  id,
  version: count,
  /** False: measures nothing, so its evidence has neither items nor rules, and no form counts it. True by default. */
  scored: z.boolean().exactOptional(),
  /** The seed chooses one; consecutive seeds get different ones. Points and difficulty never depend on it. */
  variants: z.array(z.strictObject({ id, values: values.default({}) })).min(1),
  title: textKey,
  place: z.enum(['office', 'kitchen', 'warehouse', 'shop']),
  minutes: count,
  givenBy: cast,
  introduction: z.array(line).min(1),
  goal: z.array(textKey).min(1).max(3),
  ending: line,
  help: z.array(helpTopic).min(1),
  access: z.strictObject({
    screenReader: z.boolean(),
    keyboard: z.boolean(),
    zoom400: z.boolean(),
    withoutColour: z.boolean(),
    withoutSound: z.boolean(),
    phone: z.boolean(),
  }),
  apps: z.array(simulatedAppId).min(1),
  ...appParts,
});
/** `world.<lang>.yaml`: every public sentence, with `{placeholders}` of the variant in it. */
export const WorldTextFile = z.strictObject({
  formatVersion,
  /** Words of each variant in this language, by variant id and placeholder name. */
  variants: z.record(id, values).default({}),
  texts: z.record(textKey, z.string().min(1)),
});
export type WorldTextFile = z.infer<typeof WorldTextFile>;

// ── evidence.yaml ─────────────────────────────────────────────────────────────────────────────────────────

const featureName = z.enum(['yes', 'no', 'time', 'greeting', 'thanks', 'name', 'code', 'link']);
export type FeatureName = z.infer<typeof featureName>;
/** Group of words that a scenario looks for in a text; never one of the features that every text has. */
const keywordName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine((name) => !featureName.safeParse(name).success, 'is the name of a feature that every text has');
export const featureNames: readonly string[] = featureName.options;

export const EvidenceFile = z.strictObject({
  formatVersion,
  scenario: id,
  worldVersion: count,
  scoringVersion: count,
  /** Empty only where world.yaml says `scored: false`; so are the rules. */
  items: z.array(
    z.strictObject({
      id,
      dimension: z.enum(dimensions),
      max: z.number().int().min(1).max(4),
    }),
  ),
  /** Named parts of rules, in order: each may use those before it. CEL. */
  definitions: z
    .array(z.strictObject({ name: z.string().regex(/^[a-z][A-Za-z0-9]*$/), is: z.string() }))
    .default([]),
  rules: z.array(
    z.strictObject({
      id,
      item: id,
      points: z.number().int().min(1),
      /** What was observed, in counsellor's words. */
      text: textKey,
      /** The same said to the learner, who may play again: words that give no key away. None where any would. */
      toLearner: textKey.exactOptional(),
      tags: z
        .array(z.enum(['ai', 'mobile', 'privacy', 'forms', 'numeracy-load', 'reading-load']))
        .default([]),
      /** CEL over the facts; true earns the points. */
      when: z.string().min(1),
    }),
  ),
  /** What may be talked about: what was seen, and an open question for the conversation. Takes no point. */
  misconceptions: z
    .array(z.strictObject({ id, text: textKey, ask: textKey.exactOptional(), when: z.string().min(1) }))
    .default([]),
  /** Help topic → rules that its third step shows and that are then not credited. */
  help: z.record(id, z.array(id)).default({}),
  /** What each ready-made sentence says: features and keyword groups. */
  phrases: z.record(id, z.array(z.string())).default({}),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** `evidence.<lang>.yaml`: counsellor's words, and the word lists that read a typed text in this language. */
export const EvidenceTextFile = z.strictObject({
  formatVersion,
  texts: z.record(textKey, z.string().min(1)),
  vocabulary: VocabularyFile.exactOptional(),
  /** Groups of words to look for, by name: `schedule: [horaire, horaires]`. The same groups in each language. */
  keywords: z.record(keywordName, z.array(z.string().min(1)).min(1)).default({}),
});
export type EvidenceTextFile = z.infer<typeof EvidenceTextFile>;

// ── plays.yaml, forms.yaml ────────────────────────────────────────────────────────────────────────────────

/** Named play-throughs with what they must show: they prove that every rule can fire and can miss. */
export const PlaysFile = z.strictObject({
  formatVersion,
  plays: z
    .array(
      z.strictObject({
        id,
        /** In words, for the author. */
        about: z.string().min(1),
        /**
         * actionSeq is the place in the list, from 1; the epoch is 1. A typed text may hold `{placeholders}` of the
         * variants: the play is then tried with the words of each, in each language.
         */
        actions: z.array(ActionSchema),
        /** Variants it is tried in, where it holds a value that is right in some of them only; otherwise all. */
        variants: z.array(id).min(1).exactOptional(),
        fires: z.array(id),
        misconceptions: z.array(id).default([]),
        /** Rules that help showed and that are therefore not credited. */
        shown: z.array(id).default([]),
      }),
    )
    .min(1),
});
export type PlaysFile = z.infer<typeof PlaysFile>;

const bothLanguages = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** A scenario, or one that is played on a day of the week: 1 Monday to 5 Friday. */
const formScene = z.union([id, z.strictObject({ scenario: id, day: z.number().int().min(1).max(5) })]);

export const FormsFile = z.strictObject({
  formatVersion,
  forms: z
    .array(
      z
        .strictObject({
          id,
          /** Version of the bank of item parameters that its attempts pin. */
          bankVersion: count,
          /** Fewer played scenes than this give no grade; scenes that are not scored do not count. */
          minScenes: count,
          /** Fewer played scenes say too little about each dimension to show it apart. */
          dimensionsFrom: count.default(10),
          scenes: z.array(formScene).min(1),
          /**
           * `fixed`: the scenes in the order given. `adaptive`: those that are not scored in the order given, then
           * one after the other by what is known of the person (ADR 15).
           */
          selection: z.enum(['fixed', 'adaptive']).default('fixed'),
          /** Adaptive forms: scenes that everybody plays first, in order; they link people who then part ways. */
          core: z.array(id).default([]),
          /** Scenes that come next once a person took the offer of somebody beside them. Played eased (ADR 11). */
          afterHelperOffer: z.array(id).default([]),
          title: bothLanguages,
          /** What people do in it, in a sentence or two. */
          description: bothLanguages,
        })
        .transform(({ scenes, ...form }) => ({
          ...form,
          scenes: scenes.map((scene) => (typeof scene === 'string' ? scene : scene.scenario)),
          /** Day of each scenario that has one. */
          days: Object.fromEntries(
            scenes.flatMap((scene) =>
              typeof scene === 'string' ? [] : [[scene.scenario, scene.day] as const],
            ),
          ),
        })),
    )
    .min(1),
});
export type FormsFile = z.infer<typeof FormsFile>;
