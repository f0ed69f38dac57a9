/** For staff who choose an activity for a course (Deep Linking). */
import { z } from 'zod';

const language = z.enum(['fr', 'en']);
const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

export type BothLanguages = Readonly<Record<'fr' | 'en', string>>;

/** GET /api/select: what can be chosen, and what the platform accepts. */
export interface SelectAnswer {
  /** The first is the default; scenes chosen one by one follow its rules. */
  readonly forms: readonly SelectForm[];
  readonly scenes: readonly SelectScene[];
  readonly accepts: {
    /** The platform accepts an activity at this place. */
    readonly activity: boolean;
    readonly several: boolean;
    /** The activity may have a gradebook column. */
    readonly grade: boolean;
  };
}

export interface SelectForm {
  readonly id: string;
  readonly title: BothLanguages;
  readonly description: BothLanguages;
  /** In order; for an adaptive form the pool. */
  readonly scenes: readonly string[];
  /** Adaptive forms: most scored scenes per person. Null: all are played. */
  readonly mostScored: number | null;
  /** Fewer scored scenes give no grade. */
  readonly minScenes: number;
  /** From so many scored scenes on, each dimension may have its own column. */
  readonly dimensionsFrom: number;
}

export interface SelectScene {
  readonly id: string;
  readonly title: BothLanguages;
  /** Estimate. */
  readonly minutes: number;
  /** False if it measures nothing: allowed beside scored scenes, but not counted. */
  readonly isScored: boolean;
}

export const SelectChoice = z.strictObject({
  form: contentId,
  /** In order; null: those of the form. */
  scenes: z.array(contentId).min(1).max(40).nullable(),
  /** Shown in the course; one line. */
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  /** Of title and description. */
  titleLanguage: language,
  /** Attempts per person; null: any number. */
  attempts: z.number().int().min(1).max(100).nullable(),
  /** Language at the start; null: the LMS's. */
  language: language.nullable(),
  graded: z.boolean(),
  dimensionItems: z.boolean(),
});
export type SelectChoice = z.infer<typeof SelectChoice>;

/** POST /api/select: the choice, or that nothing was chosen. Nothing is stored, so it is repeatable. */
export const SelectRequest = z.union([
  z.strictObject({ choices: z.array(SelectChoice).min(1).max(20) }),
  z.strictObject({ cancel: z.literal(true) }),
]);
export type SelectRequest = z.infer<typeof SelectRequest>;

/** Posted by the browser to the platform as form field `JWT`; valid for four minutes. */
export interface SelectReply {
  readonly returnUrl: string;
  readonly jwt: string;
}
