import { z } from 'zod';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import { formatVersion, id } from '../kit/format.ts';
import { type RuleTag, ruleTags } from '../kit/rule-tags.ts';
import type { Level } from '../kit/measurement-types.ts';

const mostResources = 200;

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(
      /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200B\u2060\uFEFF]*$/u,
      'must be one line that can be seen',
    );

const inBoth = (most: number) => z.strictObject({ fr: oneLine(most), en: oneLine(most) });

const level = z.literal([1, 2, 3, 4]);

/** Only https, without a name or password. */
const link = z
  .string()
  .max(500)
  .refine(isSafeLink, 'must be an address that begins with https:// and holds no name or password');

function isSafeLink(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '';
}

const ResourceSchema = z.strictObject({
  id,
  dimension: z.enum(dimensions),
  levels: z
    .strictObject({ from: level, to: level })
    .refine(({ from, to }) => from <= to, 'must go from a lower level to a higher one, or the same'),
  kind: z.enum(['website', 'course', 'workshop', 'place', 'person']),
  /** Offered only after a scene with a rule of this tag. */
  tag: z.enum(ruleTags).exactOptional(),
  title: inBoth(80),
  text: inBoth(200),
  link: z.strictObject({ fr: link, en: link }).exactOptional(),
  place: inBoth(120).exactOptional(),
});

export const ResourcesFile = z.strictObject({
  formatVersion,
  resources: z.array(ResourceSchema).min(1).max(mostResources),
});
export type ResourcesFile = z.infer<typeof ResourcesFile>;

export const ResourceListSchema = z.array(ResourceSchema);

type Words = Readonly<Record<'fr' | 'en', string>>;

export interface Resource {
  readonly id: string;
  readonly dimension: Dimension;
  readonly levels: { readonly from: Level; readonly to: Level };
  readonly kind: 'website' | 'course' | 'workshop' | 'place' | 'person';
  readonly tag?: RuleTag;
  readonly title: Words;
  readonly text: Words;
  readonly link?: Words;
  readonly place?: Words;
}

export function resourcesFor(
  resources: readonly Resource[],
  dimension: Dimension,
  level: Level,
): readonly Resource[] {
  return resources.filter(
    ({ dimension: about, levels }) => about === dimension && levels.from <= level && level <= levels.to,
  );
}
