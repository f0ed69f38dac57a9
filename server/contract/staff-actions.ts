/** What staff do for one person of an activity. Times are milliseconds since 1970 UTC. */
import { z } from 'zod';
import { type InvalidReason, invalidReasons } from '../../scenarios/kit/log.ts';
import { type AccessNeed, accessNeeds } from '../../scenarios/world/access.ts';

/** GET /api/activity/people/:personId: possible actions and their state. */
export interface PersonActionsAnswer {
  readonly timeZone: string;
  readonly settings: {
    readonly withHelper: boolean;
    readonly accessNeeds: readonly AccessNeed[];
    /** Id of a form; null: the activity's. */
    readonly form: string | null;
    readonly revision: number;
  };
  /** All on this server. */
  readonly forms: readonly { readonly id: string; readonly title: Readonly<Record<'fr' | 'en', string>> }[];
  readonly attempts: {
    /** In all; null: any number. */
    readonly limit: number | null;
    /** Number of the next attempt. */
    readonly next: number;
    /** The twenty newest, newest first. */
    readonly list: readonly AttemptActions[];
  };
  /** For these attempts, newest first. */
  readonly reviewRequests: readonly ReviewRequestView[];
}

export interface AttemptActions {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  /** Null if it can be reopened. */
  readonly reopenObstacle: 'going-on' | 'nothing-left' | 'superseded' | null;
  /** Reopened, and the person has not come back yet. */
  readonly isReopened: boolean;
  /** Null while the attempt counts. */
  readonly invalid: { readonly reason: InvalidReason; readonly at: number; readonly note: string } | null;
  /** The gradebook took a score of this attempt. */
  readonly isInGradebook: boolean;
  readonly note: NoteView;
}

interface NoteView {
  /** May be empty. */
  readonly text: string;
  readonly revision: number;
}

export interface ReviewRequestView {
  readonly id: string;
  readonly attemptNumber: number;
  readonly askedAt: number;
  /** May be empty. */
  readonly question: string;
  readonly answeredAt: number | null;
  readonly answer: string;
}

/** Response to every action below: false if nothing changed, and the state now. */
export interface ActionAnswer {
  readonly changed: boolean;
  readonly now: PersonActionsAnswer;
}

const revision = z.number().int().min(0).max(1_000_000);
const staffText = z.string().trim().max(1000);

/** POST /api/activity/attempts/:attemptId/reopen takes no body. */

/** POST /api/activity/attempts/:attemptId/validity: sets aside with a reason, or restores. */
export const ValidityRequest = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('invalid'),
    reason: z.enum(invalidReasons),
    /** For staff; may be empty. */
    note: staffText,
  }),
  z.strictObject({ state: z.literal('valid') }),
]);

/** POST /api/activity/attempts/:attemptId/note: replaces the note; empty deletes it. */
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

/** POST /api/activity/review-requests/:requestId/answer: shown to the person. */
export const ReviewReplyRequest = z.strictObject({ text: staffText.min(1) });
