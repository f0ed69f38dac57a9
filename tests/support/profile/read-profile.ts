/** Parses a published profile: untrusted JSON, with the parts that the checkers read. */
import { z } from 'zod';

const iri = z.string().regex(/^https?:\/\/[^\s<>"{}|\\^`]+$/);
const words = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1));
const described = { id: iri, inScheme: iri, prefLabel: words, definition: words };

const concept = z.discriminatedUnion('type', [
  z.strictObject({ ...described, type: z.enum(['Verb', 'ActivityType']) }),
  z.strictObject({
    ...described,
    type: z.enum(['ContextExtension', 'ResultExtension']),
    inlineSchema: z.string().min(2),
  }),
  z.strictObject({
    id: iri,
    type: z.literal('Activity'),
    inScheme: iri,
    activityDefinition: z.strictObject({
      '@context': z.literal('https://w3id.org/xapi/profiles/activity-context'),
      type: iri,
      name: words,
      description: words,
    }),
  }),
]);

const rule = z
  .strictObject({
    location: z.string().startsWith('$'),
    presence: z.enum(['included', 'excluded', 'recommended']).optional(),
    any: z.array(z.unknown()).min(1).optional(),
    all: z.array(z.unknown()).min(1).optional(),
    none: z.array(z.unknown()).min(1).optional(),
  })
  .refine((asked) => Object.keys(asked).length > 1, { error: 'asks for nothing' });

const template = z.strictObject({
  ...described,
  type: z.literal('StatementTemplate'),
  verb: iri,
  objectActivityType: iri,
  rules: z.array(rule).min(1),
});

const several = z.array(iri).min(2);

const pattern = z.strictObject({
  id: iri,
  type: z.literal('Pattern'),
  inScheme: iri,
  primary: z.boolean(),
  prefLabel: words.optional(),
  definition: words.optional(),
  sequence: several.optional(),
  alternates: several.optional(),
  optional: iri.optional(),
  oneOrMore: iri.optional(),
  zeroOrMore: iri.optional(),
});

const version = z.strictObject({
  id: iri,
  generatedAtTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  wasRevisionOf: z.array(iri).min(1).optional(),
});

export const profileShape = z.strictObject({
  id: iri,
  '@context': z.literal('https://w3id.org/xapi/profiles/context'),
  type: z.literal('Profile'),
  conformsTo: z.literal('https://w3id.org/xapi/profiles#1.0'),
  prefLabel: words,
  definition: words,
  versions: z.array(version).min(1),
  author: z.strictObject({ type: z.enum(['Organization', 'Person']), name: z.string().min(1) }),
  concepts: z.array(concept),
  templates: z.array(template),
  patterns: z.array(pattern),
});

export type ReadProfile = z.infer<typeof profileShape>;
export type ReadTemplate = ReadProfile['templates'][number];
export type ReadPattern = ReadProfile['patterns'][number];
export type ReadRule = ReadTemplate['rules'][number];
