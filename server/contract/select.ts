import { z } from 'zod';
import { type GradeKind, gradeKinds, type GradeShown, usualGrade } from './grade-kinds.ts';

const language = z.enum(['fr', 'en']);
const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

export type BothLanguages = Readonly<Record<'fr' | 'en', string>>;

/** GET /api/select */
export interface SelectAnswer {
  /** The first is the default, also for scenes chosen one by one. */
  readonly forms: readonly SelectForm[];
  readonly scenes: readonly SelectScene[];
  readonly accepts: {
    readonly activity: boolean;
    readonly several: boolean;
    readonly grade: boolean;
  };
  readonly gradeShown: GradeShown;
  /** The activity chosen again; null: new, or settings unknown. */
  readonly current: SelectCurrent | null;
}

/** As in SelectChoice. */
export interface SelectCurrent extends Pick<SelectChoice, 'attempts' | 'language' | 'dimensionItems'> {
  /** Empty if the LMS does not tell it. */
  readonly title: string;
  /** Null: the first, or one that no longer exists. */
  readonly form: string | null;
  /** Null: those of the form, or one no longer exists. */
  readonly scenes: readonly string[] | null;
  readonly graded: boolean;
  readonly grade: GradeKind;
}

export interface SelectForm {
  readonly id: string;
  readonly title: BothLanguages;
  readonly description: BothLanguages;
  /** In order; for an adaptive form the pool. */
  readonly scenes: readonly string[];
  /** Maximum of scored scenes in an adaptive form; null: all. */
  readonly mostScored: number | null;
  /** Fewer scored scenes give no grade. */
  readonly minScenes: number;
  /** Scored scenes for a level or a column per dimension. */
  readonly levelFrom: number;
}

export interface SelectScene {
  readonly id: string;
  readonly title: BothLanguages;
  readonly minutes: number;
  /** False: allowed beside scored scenes, but not counted. */
  readonly isScored: boolean;
}

export const SelectChoice = z.strictObject({
  form: contentId,
  /** In order; null: those of the form. */
  scenes: z.array(contentId).min(1).max(40).nullable(),
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  titleLanguage: language,
  /** Per person; null: any number. */
  attempts: z.number().int().min(1).max(100).nullable(),
  /** Null: the LMS's. */
  language: language.nullable(),
  graded: z.boolean(),
  /** Ignored if ungraded. */
  grade: z.enum(gradeKinds).default(usualGrade),
  dimensionItems: z.boolean(),
});
export type SelectChoice = z.infer<typeof SelectChoice>;

/** POST /api/select. Stores nothing, so it is repeatable. */
export const SelectRequest = z.union([
  z.strictObject({ choices: z.array(SelectChoice).min(1).max(20) }),
  z.strictObject({ cancel: z.literal(true) }),
]);
export type SelectRequest = z.infer<typeof SelectRequest>;

/** Form field `JWT` for the platform; valid for four minutes. */
export interface SelectReply {
  readonly returnUrl: string;
  readonly jwt: string;
}
