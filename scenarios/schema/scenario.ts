/** World and texts are public; evidence, its texts and the plays stay on the server. */
import { z } from 'zod';
import { dimensions } from '../kit/dimensions.ts';
import { ActionSchema, simulatedAppId } from './action-schema.ts';
import { apps } from '../apps/app-list.ts';
import { cast, formatVersion, id, plainName, textKey } from '../kit/format.ts';
import { VocabularyFile } from '../kit/vocabulary-schema.ts';
import { ruleTags } from '../kit/rule-tags.ts';
import { vocabularyName } from '../kit/word-lists.ts';
import type { World } from '../world/types.ts';
import { type DateRules, weekdays } from './dates.ts';
import { recognises } from './recognises.ts';

const count = z.number().int().min(1);

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

/** By placeholder; the same in every language. */
const values = z.record(plainName, z.string().min(1));

const dates = z
  .record(
    plainName,
    z.union([
      // Each month has 28 days.
      z.strictObject({
        years: z.number().int(),
        month: z.number().int().min(1).max(12),
        day: z.number().int().min(1).max(28),
      }),
      z.strictObject({ weeks: z.number().int(), on: z.enum(weekdays) }),
    ]),
  )
  .describe(
    'Dates by name, from the start of the attempt: `birth: { years: -34, month: 3, day: 14 }`, `order: { weeks: -1, on: friday }`. · Dates par nom, à partir du début de la partie.',
  );

export type WorldFile = Omit<World, 'values'> & {
  readonly variants: readonly {
    readonly id: string;
    readonly values: Readonly<Record<string, string>>;
    readonly dates?: DateRules;
  }[];
};

type AppParts = {
  readonly [Id in keyof typeof apps]: z.ZodExactOptional<(typeof apps)[Id]['schema']['world']>;
};

// The compiler loses which app an entry is of.
const appParts = Object.fromEntries(
  Object.entries(apps).map(([id, { schema }]) => [id, schema.world.exactOptional()]),
) as unknown as AppParts;

export const WorldFileSchema: z.ZodType<WorldFile> = z.strictObject({
  formatVersion,
  id,
  version: count,
  /** False: the scene has no items or rules and counts in no form. Default: true. */
  scored: z.boolean().exactOptional(),
  /** The seed chooses one. Points and difficulty must not depend on it. */
  variants: z.array(z.strictObject({ id, values: values.default({}), dates: dates.exactOptional() })).min(1),
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
/** `{placeholders}` of the variant allowed. */
export const WorldTextFile = z.strictObject({
  formatVersion,
  variants: z.record(id, values).default({}),
  texts: z.record(textKey, z.string().min(1)),
});
export type WorldTextFile = z.infer<typeof WorldTextFile>;

const featureName = z.enum(['yes', 'no', 'time', 'greeting', 'thanks', 'name', 'code', 'link']);
export type FeatureName = z.infer<typeof featureName>;
/** Must not be the name of a feature that every text has. */
const keywordName = plainName.refine(
  (name) => !featureName.safeParse(name).success,
  'is the name of a feature that every text has',
);
export const featureNames: readonly string[] = featureName.options;

/** From this harm on, the dimension is not told as a strength. */
export const graveHarm = 3;

export const EvidenceFile = z.strictObject({
  formatVersion,
  scenario: id,
  worldVersion: count,
  scoringVersion: count,
  /** Items and rules are empty only if world.yaml says `scored: false`. */
  items: z.array(
    z.strictObject({
      id,
      dimension: z.enum(dimensions),
      max: z.number().int().min(1).max(4),
    }),
  ),
  /** Parts of rules in CEL; each may use those before it. */
  definitions: z.array(z.strictObject({ name: plainName, is: z.string() })).default([]),
  rules: z.array(
    z.strictObject({
      id,
      item: id,
      points: z.number().int().min(1),
      /** For counsellors. */
      text: textKey,
      /** The learner may play again, so it gives no key away. Absent if any words would. */
      toLearner: textKey.exactOptional(),
      tags: z.array(z.enum(ruleTags)).default([]),
      /** CEL; true earns the points. */
      when: z.string().min(1).describe('CEL; true earns the points. · CEL; vrai donne les points.'),
      missing: z
        .string()
        .min(1)
        .exactOptional()
        .describe(
          'CEL; true if this way gave no chance to show it: missing, never 0. · CEL; vrai si ce chemin ne permettait pas de le montrer : manquant, jamais 0.',
        ),
      goal: textKey
        .exactOptional()
        .describe('The goal line on screen that asks for it. · La ligne du but qui le demande.'),
      for: z
        .enum(['deciding', 'finding'])
        .exactOptional()
        .describe(
          '`finding`: opening the right thing may earn it. Default `deciding`. · `finding` : ouvrir la bonne chose peut suffire.',
        ),
      pair: z
        .strictObject({ danger: z.array(id).min(1), harmless: z.array(id).min(1) })
        .exactOptional()
        .describe(
          'Ids of a danger and its harmless twin: treating them alike earns nothing. · Identifiants d’un danger et de son jumeau inoffensif : les traiter de même ne donne rien.',
        ),
      corpora: z
        .array(vocabularyName)
        .min(1)
        .exactOptional()
        .describe(
          'Corpora that prove how this rule reads typed text, e.g. `warning/v1`. · Corpus qui prouvent la lecture du texte.',
        ),
    }),
  ),
  /** An open question for a conversation. Costs no point. */
  misconceptions: z
    .array(
      z
        .strictObject({
          id,
          text: textKey,
          ask: textKey.exactOptional(),
          harm: z
            .number()
            .int()
            .min(1)
            .max(5)
            .default(2)
            .describe(
              'Staff read the most harmful first. 5: gives a code or password away. 4: leaves a door open to others. 3: gives data to strangers or passes a danger on. 2: work or safety suffers. 1: costs time, or is a matter of courtesy. · Le personnel lit d’abord le plus grave. 5 : donne un code ou un mot de passe. 4 : laisse une porte ouverte aux autres. 3 : donne des renseignements à des inconnus ou transmet un danger. 2 : le travail ou la sécurité en souffre. 1 : coûte du temps ou touche la politesse.',
            ),
          item: id
            .exactOptional()
            .describe(
              'The item it speaks about; required from harm 3 on, because its dimension is then no strength. · L’item dont elle parle; obligatoire à partir de 3, car sa dimension n’est alors pas une force.',
            ),
          when: z.string().min(1),
        })
        .refine(({ harm, item }) => harm < graveHarm || item !== undefined, {
          path: ['item'],
          message: 'a misconception of harm 3 or more names its item',
        }),
    )
    .default([]),
  /** Help topic → rules that its third step shows; they are then not credited. */
  help: z.record(id, z.array(id)).default({}),
  /** Shared word lists, e.g. `[clauses/v2, answer/v1]`. Without any, texts get the first reading. */
  vocabularies: z.array(vocabularyName).default([]),
  recognises,
  /** Ready-made sentence → its features and keyword groups. */
  phrases: z.record(id, z.array(z.string())).default({}),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const EvidenceTextFile = z.strictObject({
  formatVersion,
  texts: z.record(textKey, z.string().min(1)),
  vocabulary: VocabularyFile.exactOptional(),
  /** `schedule: [horaire, horaires]`; both languages have the same groups. */
  keywords: z.record(keywordName, z.array(z.string().min(1)).min(1)).default({}),
});
export type EvidenceTextFile = z.infer<typeof EvidenceTextFile>;

export const PlaysFile = z.strictObject({
  formatVersion,
  plays: z
    .array(
      z.strictObject({
        id,
        about: z.string().min(1),
        /**
         * actionSeq is the position from 1; the epoch is 1. `{placeholders}` in typed texts are filled per
         * variant and language.
         */
        actions: z.array(ActionSchema),
        /** Default all. */
        variants: z.array(id).min(1).exactOptional(),
        fires: z.array(id),
        misconceptions: z.array(id).default([]),
        shown: z.array(id).default([]),
      }),
    )
    .min(1),
});
export type PlaysFile = z.infer<typeof PlaysFile>;

const bothLanguages = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** `day`: 1 Monday to 5 Friday. */
const formScene = z.union([id, z.strictObject({ scenario: id, day: z.number().int().min(1).max(5) })]);

export const FormsFile = z.strictObject({
  formatVersion,
  forms: z
    .array(
      z
        .strictObject({
          id,
          bankVersion: count,
          /** Fewer scored scenes than this give no grade. */
          minScenes: count,
          scenes: z.array(formScene).min(1),
          /**
           * `adaptive`: unscored scenes in the given order, the others by what is known of the person (ADR
           * 15).
           */
          selection: z.enum(['fixed', 'adaptive']).default('fixed'),
          /** Adaptive forms: everybody plays these first; they link the results of different routes. */
          core: z.array(id).default([]),
          /** After an accepted offer of a helper. Played eased (ADR 11). */
          afterHelperOffer: z.array(id).default([]),
          title: bothLanguages,
          description: bothLanguages,
        })
        .transform(({ scenes, ...form }) => ({
          ...form,
          scenes: scenes.map((scene) => (typeof scene === 'string' ? scene : scene.scenario)),
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
