/** The faults and changes that tests and the demo may order, as checked data. */
import { z } from 'zod';
import { profileNames } from './profiles.ts';
import { selectionSettingsSchema } from './selection-settings.ts';
import { rosterWaysSchema } from './roster-ways.ts';

const count = z.int().min(0).max(10_000);
const serviceSchema = z.enum(['token', 'lineitems', 'scores', 'results', 'roster']);

const tokenChangeSchema = z.object({
  /** How the next token is signed; `platform` is the right way. */
  signature: z.enum(['platform', 'none', 'hs256', 'stranger']).default('platform'),
  /** Header members to add or replace; null leaves one out. */
  header: z.record(z.string(), z.unknown()).default({}),
  /** Claims to add or replace; null leaves one out. */
  claims: z.record(z.string(), z.unknown()).default({}),
});

const storageSettingSchema = z.object({
  /** Which window keeps values for the tool: none, the course page, or a hidden frame in it. */
  mode: z.enum(['none', 'parent', 'frame']),
  /** How messages begin; older LMSs know the longer one. */
  spelling: z.enum(['lti.', 'org.imsglobal.lti.']).default('lti.'),
  /** Messages are JSON text, as in Sakai. */
  asText: z.boolean().default(false),
  /** Whether the login names the window; else the tool has to ask the page. */
  announced: z.boolean().default(true),
  /** Announced but not there, or kept by a frame of another origin. */
  fault: z.enum(['silent', 'other-origin']).nullable().default(null),
});

export const controlCommandSchema = z.discriminatedUnion('command', [
  /** The next `count` calls (of one service, or of any) are answered with a status and do nothing. */
  z.object({
    command: z.literal('failNext'),
    count,
    status: z.int().min(400).max(599),
    service: serviceSchema.optional(),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
  }),
  /** Every service call is cut without an answer while down. */
  z.object({ command: z.literal('setDown'), down: z.boolean() }),
  z.object({ command: z.literal('setDelay'), delayMs: z.int().min(0).max(120_000) }),
  /** The next `count` scores are stored, then the connection is cut before the answer. */
  z.object({ command: z.literal('cutAfterScore'), count }),
  z.object({
    command: z.literal('setKeySet'),
    down: z.boolean(),
    delayMs: z.int().min(0).max(120_000).default(0),
  }),
  z.object({ command: z.literal('rotateKeys'), keepOld: z.boolean() }),
  /** Changes the next `count` id_tokens. */
  z.object({ command: z.literal('alterNextIdToken'), count: count.default(1), change: tokenChangeSchema }),
  /** What the next selections may bring back; what is left out is as usual. */
  selectionSettingsSchema.extend({ command: z.literal('setSelection') }),
  /** Null lets the reader's own language decide. */
  z.object({
    command: z.literal('setCourseLanguage'),
    courseId: z.int(),
    language: z.enum(['fr_ca', 'en']).nullable(),
  }),
  /** A teacher's own grade, or null to take it back. */
  z.object({
    command: z.literal('overrideGrade'),
    itemId: z.int(),
    userId: z.int(),
    override: z.object({ points: z.number(), comment: z.string().max(5000) }).nullable(),
  }),
  z.object({ command: z.literal('lockGrade'), itemId: z.int(), userId: z.int(), locked: z.boolean() }),
  /** Plays this LMS from now on, in claims and services; people and grades stay. */
  z.object({ command: z.literal('setProfile'), profile: z.enum(profileNames) }),
  /** A further framed activity with a column of its own, as a teacher would add it; all its ids are `cmid`. */
  z.object({
    command: z.literal('addActivity'),
    cmid: z.int().min(1000).max(1_000_000),
    courseId: z.int(),
    title: z.string().min(1).max(200),
    custom: z.record(z.string().max(100), z.string().max(1000)).default({}),
  }),
  /** A further activity with the same settings and a new link and column of its own, as duplicating or restoring makes. */
  z.object({ command: z.literal('copyActivity'), cmid: z.int() }),
  /** Access tokens given so far stop working. */
  z.object({ command: z.literal('revokeTokens') }),
  /** How the roster answers from now on; what is left out is as in Moodle. */
  z.object({ command: z.literal('setRoster'), ways: rosterWaysSchema }),
  /** How course pages keep values for the tool, from the next page on. */
  storageSettingSchema.extend({ command: z.literal('setStorage') }),
  /** Ends all faults; grades and keys stay. */
  z.object({ command: z.literal('clearFaults') }),
]);

export type Service = z.infer<typeof serviceSchema>;
export type ControlCommand = z.input<typeof controlCommandSchema>;
export type CheckedCommand = z.output<typeof controlCommandSchema>;
export type StorageSetting = z.output<typeof storageSettingSchema>;
export type TokenChange = z.output<typeof tokenChangeSchema>;
