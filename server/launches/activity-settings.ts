/** From deep linking or typed by hand. Names are lower case with underscores, as Moodle repeats others. */
import { z } from 'zod';
import { askFor, groupsParameter, historyParameters } from '../../lti/asked-parameters.ts';
import type { PlatformFamily } from '../../lti/platform-quirks.ts';
import { type GradeKind, gradeKinds } from '../contract/grade-kinds.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';

const names = {
  form: 'numplus_form',
  scenes: 'numplus_scenes',
  attempts: 'numplus_attempts',
  language: 'numplus_language',
  dimensionItems: 'numplus_dimension_items',
  activity: 'numplus_activity',
  grade: 'numplus_grade',
} as const;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const sceneList = z
  .string()
  .max(1000)
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(id).min(1).max(40));
const attemptCount = z.coerce.number().int().min(1).max(100);
const languageName = z.enum(['fr', 'en']);
const gradeKind = z.enum(gradeKinds).nullable().catch(null);

/** Invalid values count as absent: no launch should fail over them. */
export function readActivitySettings(custom: Readonly<Record<string, string>>): ActivitySettings {
  const read = <Value>(schema: z.ZodType<Value>, name: string): Value | null => {
    const value = custom[name];
    if (value === undefined) return null;
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : null;
  };
  return {
    form: read(id, names.form),
    scenes: read(sceneList, names.scenes),
    attempts: read(attemptCount, names.attempts),
    language: read(languageName, names.language),
    dimensionItems: custom[names.dimensionItems] === '1',
    activity: read(id, names.activity),
  };
}

/** Sent with every launch of a link. Only Moodle knows the variable for groups. */
export function askAtLaunch(family: PlatformFamily): Record<string, string> {
  return askFor(family === 'moodle' ? [groupsParameter, ...historyParameters] : historyParameters);
}

/** Stored with the resource link, where staff can change it later. */
export function readGradeKind(custom: Readonly<Record<string, string>>): GradeKind | null {
  return gradeKind.parse(custom[names.grade] ?? null);
}

export function toCustomParameters(
  settings: ActivitySettings,
  grade: GradeKind | null,
): Record<string, string> {
  const { form, scenes, attempts, language, dimensionItems, activity } = settings;
  return {
    ...(form === null ? {} : { [names.form]: form }),
    ...(scenes === null ? {} : { [names.scenes]: scenes.join(',') }),
    ...(attempts === null ? {} : { [names.attempts]: String(attempts) }),
    ...(language === null ? {} : { [names.language]: language }),
    ...(dimensionItems ? { [names.dimensionItems]: '1' } : {}),
    ...(activity === null ? {} : { [names.activity]: activity }),
    ...(grade === null ? {} : { [names.grade]: grade }),
  };
}
