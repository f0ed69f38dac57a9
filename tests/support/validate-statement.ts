/**
 * Checks a statement by xAPI 1.0.3 and 2.0, and by our stricter rules (own id, millisecond UTC timestamp, one
 * account as actor, two labels, no null, bounded size).
 */
import { z } from 'zod';
import { profileVersionId } from '../../xapi/vocabulary.ts';

/** UTF-8 bytes: fifty statements fit into a usual batch. */
const maxBytes = 4_096;

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, {
  error: 'is no UUID of variant 2',
});

/** Absolute, without white space and what RFC 3987 forbids. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, { error: 'is no absolute IRI' });

const timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { error: 'is no UTC time with milliseconds' })
  .refine((text) => isRealTime(text), { error: 'is no real time' });

/** To 0.01 s; never `P1DT`, weeks or years. */
const duration = z
  .string()
  .regex(/^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/, { error: 'is no duration' });

const label = z.string().min(1).max(200);

const languageMap = z.strictObject({ en: label, fr: label });

const extensions = z.record(iri, z.unknown());

const componentIds = z
  .array(z.strictObject({ id: z.string().regex(/^\S+$/), description: languageMap.optional() }))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'repeats an id' });

/** Component lists that each interaction type may have. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  choice: ['choices'],
  sequencing: ['choices'],
  likert: ['scale'],
  matching: ['source', 'target'],
  performance: ['steps'],
  'true-false': [],
  'fill-in': [],
  'long-fill-in': [],
  numeric: [],
  other: [],
};

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const;

const definition = z
  .strictObject({
    type: iri,
    name: languageMap.optional(),
    description: languageMap.optional(),
    moreInfo: iri.optional(),
    interactionType: z.enum(Object.keys(listsOf)).optional(),
    choices: componentIds.optional(),
    scale: componentIds.optional(),
    source: componentIds.optional(),
    target: componentIds.optional(),
    steps: componentIds.optional(),
    extensions: extensions.optional(),
  })
  .superRefine((value, check) => {
    const allowed = value.interactionType === undefined ? [] : (listsOf[value.interactionType] ?? []);
    for (const list of componentLists) {
      if (value[list] !== undefined && !allowed.includes(list)) {
        check.addIssue({ code: 'custom', path: [list], message: 'does not belong to this interaction type' });
      }
    }
  });

const agent = z.strictObject({
  objectType: z.literal('Agent'),
  account: z.strictObject({ homePage: iri, name: z.string().min(1).max(200) }),
});

const activity = z.strictObject({
  objectType: z.literal('Activity'),
  id: iri,
  definition: definition.optional(),
});

const statementRef = z.strictObject({ objectType: z.literal('StatementRef'), id: uuid });

const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine((value) => Object.keys(value).length > 0, { error: 'is empty' })
  .refine(({ min = -Infinity, max = Infinity }) => min < max, { error: 'has min not below max' })
  .refine(({ raw, min = -Infinity, max = Infinity }) => raw === undefined || (raw >= min && raw <= max), {
    error: 'has raw outside min and max',
  });

const result = z.strictObject({
  success: z.boolean().optional(),
  completion: z.boolean().optional(),
  score: score.optional(),
  response: z.string().max(500).optional(),
  duration: duration.optional(),
  extensions: extensions.optional(),
});

const activityRefs = z
  .array(z.strictObject({ objectType: z.literal('Activity').optional(), id: iri }))
  .min(1)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'repeats an id' });

const context = z.strictObject({
  registration: uuid.optional(),
  revision: z.string().min(1).max(100).optional(),
  platform: z.string().min(1).max(100).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, { error: 'is no language tag' })
    .optional(),
  contextActivities: z
    .strictObject({
      parent: activityRefs.optional(),
      grouping: activityRefs.optional(),
      category: activityRefs.optional(),
      other: activityRefs.optional(),
    })
    .optional(),
  statement: statementRef.optional(),
  extensions: extensions.optional(),
});

const statement = z
  .strictObject({
    id: uuid,
    timestamp,
    actor: agent,
    verb: z.strictObject({ id: iri, display: languageMap }),
    object: z.discriminatedUnion('objectType', [activity, statementRef]),
    result: result.optional(),
    context: context.optional(),
  })
  .superRefine((value, check) => {
    const about = value.context;
    if (value.object.objectType !== 'Activity' && (about?.revision ?? about?.platform) !== undefined) {
      const message = 'revision and platform need an activity as object';
      check.addIssue({ code: 'custom', path: ['context'], message });
    }
    const followsProfile = about?.contextActivities?.category?.some(({ id }) => id === profileVersionId);
    if (followsProfile === true && about?.registration === undefined) {
      const message = 'a statement of the profile needs a registration';
      check.addIssue({ code: 'custom', path: ['context', 'registration'], message });
    }
  });

/**
 * Returns each problem as `path: problem`. Sources: xAPI 1.0.3 Data 2.2–4.6, the stricter points of 2.0, and
 * our profile (ADR 12).
 */
export function validateStatement(value: unknown): string[] {
  const checked = statement.safeParse(value);
  const issues = checked.success
    ? []
    : checked.error.issues.map(
        ({ path, message }) => `${path.map(String).join('.') || 'statement'}: ${message}`,
      );
  return [...issues, ...emptyValues(value, 'statement'), ...sizeProblems(value)];
}

/** Finds nulls, empty objects and numbers that JSON can't hold. */
function emptyValues(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [`${path}: is null`];
  if (typeof value === 'number' && !Number.isFinite(value)) return [`${path}: is no finite number`];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  // Our maps of scores may be empty, xAPI's own objects may not.
  const own = !path.includes('.extensions.');
  const empty = own && entries.length === 0 && !Array.isArray(value) ? [`${path}: is empty`] : [];
  return [...empty, ...entries.flatMap(([key, inner]) => emptyValues(inner, `${path}.${key}`))];
}

function sizeProblems(value: unknown): string[] {
  const text: unknown = JSON.stringify(value);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text).length : 0;
  return bytes > maxBytes ? [`statement: is larger than ${maxBytes} bytes`] : [];
}

/** `2026-02-30` has the right shape but does not exist. */
function isRealTime(text: string): boolean {
  const ms = Date.parse(text);
  return Number.isFinite(ms) && new Date(ms).toISOString() === text;
}
