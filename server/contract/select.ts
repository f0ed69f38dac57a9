/** The part of the contract for staff who choose what a course gets (Deep Linking). */
import { z } from 'zod';

const language = z.enum(['fr', 'en']);
const contentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A text as staff may read it in either language. */
export type BothLanguages = Readonly<Record<'fr' | 'en', string>>;

/** GET /api/select: what there is to choose from, and what the platform takes. */
export interface SelectAnswer {
  /** The first one is the usual one; scenes chosen one by one follow its rules. */
  readonly forms: readonly SelectForm[];
  readonly scenes: readonly SelectScene[];
  readonly accepts: {
    /** Whether an activity may go where the person came from at all. */
    readonly activity: boolean;
    readonly several: boolean;
    /** Whether the activity may have a column in the gradebook. */
    readonly grade: boolean;
  };
}

export interface SelectForm {
  readonly id: string;
  readonly title: BothLanguages;
  readonly description: BothLanguages;
  /** In order; of an adaptive form what it chooses from. */
  readonly scenes: readonly string[];
  /** Adaptive forms: no person plays more scored scenes than this. Null: all are played. */
  readonly mostScored: number | null;
  /** Fewer scored scenes than this give no grade. */
  readonly minScenes: number;
  /** From so many scored scenes on, each dimension may have a column of its own. */
  readonly dimensionsFrom: number;
}

export interface SelectScene {
  readonly id: string;
  readonly title: BothLanguages;
  /** About how long it takes. */
  readonly minutes: number;
  /** False where it measures nothing: it may stand beside scored scenes, and counts for nothing. */
  readonly isScored: boolean;
}

/** One activity as it was chosen. */
export const SelectChoice = z.strictObject({
  form: contentId,
  /** Scenes one by one, in order; null: those of the form. */
  scenes: z.array(contentId).min(1).max(40).nullable(),
  /** What the course shows; one line. */
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  /** The language of the title, and so of the description beside it. */
  titleLanguage: language,
  /** How many attempts a person may begin; null: any number. */
  attempts: z.number().int().min(1).max(100).nullable(),
  /** The language to begin in; null: the LMS's. */
  language: language.nullable(),
  graded: z.boolean(),
  dimensionItems: z.boolean(),
});
export type SelectChoice = z.infer<typeof SelectChoice>;

/** POST /api/select: what was chosen, or that nothing was. A repeat is harmless: nothing is kept. */
export const SelectRequest = z.union([
  z.strictObject({ choices: z.array(SelectChoice).min(1).max(20) }),
  z.strictObject({ cancel: z.literal(true) }),
]);
export type SelectRequest = z.infer<typeof SelectRequest>;

/** What the browser posts to the platform, as the field `JWT` of a form; good for four minutes, fresh each time. */
export interface SelectReply {
  readonly returnUrl: string;
  readonly jwt: string;
}
