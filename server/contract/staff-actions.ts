/** The part of the contract for what staff do for one person of an activity. Times are milliseconds since 1970 UTC. */
import { z } from 'zod';
import { type InvalidReason, invalidReasons } from '../../scenarios/kit/log.ts';
import { type AccessNeed, accessNeeds } from '../../scenarios/world/access.ts';

/** GET /api/activity/people/:personId: everything that may be done, and how it stands. */
export interface PersonActionsAnswer {
  readonly timeZone: string;
  readonly settings: {
    readonly withHelper: boolean;
    readonly accessNeeds: readonly AccessNeed[];
    /** Id of a form; null: what the activity plays. */
    readonly form: string | null;
    readonly revision: number;
  };
  /** Every form that is here. */
  readonly forms: readonly { readonly id: string; readonly title: Readonly<Record<'fr' | 'en', string>> }[];
  readonly attempts: {
    /** How many they may begin in all; null: any number. */
    readonly limit: number | null;
    /** The number of the one that would come next. */
    readonly next: number;
    /** The newest first; the twenty newest. */
    readonly list: readonly AttemptActions[];
  };
  /** Requests for a look at a result of these attempts, the newest first. */
  readonly reviewRequests: readonly ReviewRequestView[];
}

export interface AttemptActions {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  /** Why it cannot be opened again; null where it can. */
  readonly reopenObstacle: 'going-on' | 'nothing-left' | 'superseded' | null;
  /** Opened again, and the person has not come back yet. */
  readonly isReopened: boolean;
  /** Null as long as the attempt counts. */
  readonly invalid: { readonly reason: InvalidReason; readonly at: number; readonly note: string } | null;
  /** Whether the gradebook took a score of this attempt. */
  readonly isInGradebook: boolean;
  readonly note: NoteView;
}

interface NoteView {
  /** Empty where there is none. */
  readonly text: string;
  readonly revision: number;
}

export interface ReviewRequestView {
  readonly id: string;
  readonly attemptNumber: number;
  readonly askedAt: number;
  /** Empty where the person wrote nothing. */
  readonly question: string;
  readonly answeredAt: number | null;
  readonly answer: string;
}

/** What every action below answers: false where it stood so already; how everything stands now. */
export interface ActionAnswer {
  readonly changed: boolean;
  readonly now: PersonActionsAnswer;
}

const revision = z.number().int().min(0).max(1_000_000);
const staffText = z.string().trim().max(1000);

/** POST /api/activity/attempts/:attemptId/reopen takes no body. */

/** POST /api/activity/attempts/:attemptId/validity: set aside with a reason, or taken back. */
export const ValidityRequest = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('invalid'),
    reason: z.enum(invalidReasons),
    /** For staff; empty: none. */
    note: staffText,
  }),
  z.strictObject({ state: z.literal('valid') }),
]);

/** POST /api/activity/attempts/:attemptId/note: in the place of the one before; empty: none any more. */
export const NoteRequest = z.strictObject({ text: staffText, revision });

/** POST /api/activity/people/:personId/attempts: allows attempt `number`, the next one. */
export const AllowRequest = z.strictObject({ number: z.number().int().min(1).max(1000) });

/** POST /api/activity/people/:personId/settings */
export const SettingsRequest = z.strictObject({
  withHelper: z.boolean(),
  accessNeeds: z.array(z.enum(accessNeeds)).max(accessNeeds.length),
  form: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .nullable(),
  revision,
});

/** POST /api/activity/review-requests/:requestId/answer: the person reads it. */
export const ReviewReplyRequest = z.strictObject({ text: staffText.min(1) });
