/** Times are milliseconds since 1970 UTC. */
import { z } from 'zod';
import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import { choosableReasons, type InvalidReason } from '../../scenarios/kit/log.ts';
import { type AccessNeed, accessNeeds } from '../../scenarios/world/access.ts';
import type { FormSize } from './form-size.ts';
import { freeText } from './free-text.ts';

/** GET /api/activity/people/:personId */
export interface PersonActionsAnswer {
  readonly timeZone: string;
  readonly settings: {
    readonly withHelper: boolean;
    readonly accessNeeds: readonly AccessNeed[];
    /** Null: the activity's form. */
    readonly form: string | null;
    readonly revision: number;
  };
  /** Beside the person's own; of groups that these staff see. */
  readonly fromGroups: {
    readonly withHelper: boolean;
    readonly accessNeeds: readonly AccessNeed[];
    readonly extraAttempts: number;
    /** A group that these staff do not see has one too: that, and no more. */
    readonly isFromOthers: boolean;
  };
  readonly forms: readonly {
    readonly id: string;
    readonly title: Readonly<Record<'fr' | 'en', string>>;
    readonly size: FormSize;
  }[];
  readonly attempts: {
    /** With all exceptions; null: any number. */
    readonly limit: number | null;
    readonly next: number;
    readonly list: readonly AttemptActions[];
  };
  readonly reviewRequests: readonly ReviewRequestView[];
}

/** GET /api/activity/people/:personId/name: from the LMS each time, never stored. */
export interface PersonNameAnswer {
  /** Null if the LMS withholds names or gives no list. */
  readonly name: string | null;
}

export interface AttemptActions {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly reopenObstacle: 'going-on' | 'nothing-left' | 'superseded' | null;
  /** The person has not come back yet. */
  readonly isReopened: boolean;
  readonly invalid: { readonly reason: InvalidReason; readonly at: number; readonly note: string } | null;
  readonly isInGradebook: boolean;
  /** Flags that staff have not decided on: the grade waits. */
  readonly heldFor: readonly EffortFlag[];
  readonly note: NoteView;
}

export interface NoteView {
  readonly text: string;
  readonly revision: number;
}

export interface ReviewRequestView {
  readonly id: string;
  readonly attemptNumber: number;
  readonly askedAt: number;
  readonly question: string;
  readonly answeredAt: number | null;
  readonly answer: string;
}

/** Response to every action below; false if nothing changed. */
export interface ActionAnswer {
  readonly changed: boolean;
  readonly now: PersonActionsAnswer;
}

const revision = z.number().int().min(0).max(1_000_000);
const staffText = freeText(1000);

/** POST /api/activity/attempts/:attemptId/reopen takes no body. */

/** POST /api/activity/attempts/:attemptId/validity */
export const ValidityRequest = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('invalid'),
    reason: z.enum(choosableReasons),
    /** For staff. */
    note: staffText,
  }),
  z.strictObject({ state: z.literal('valid') }),
]);

/** POST /api/activity/attempts/:attemptId/note: replaces it; empty deletes it. */
export const NoteRequest = z.strictObject({ text: staffText, revision });

/** POST /api/activity/people/:personId/attempts: allows the next one. */
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
export type SettingsRequest = z.infer<typeof SettingsRequest>;

/** POST /api/activity/review-requests/:requestId/answer: shown to the person. */
export const ReviewReplyRequest = z.strictObject({ text: staffText.min(1) });
