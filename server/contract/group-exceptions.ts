import { z } from 'zod';
import { type AccessNeed, accessNeeds } from '../../scenarios/world/access.ts';

/** GET /api/activity/groups */
export interface GroupExceptionsAnswer {
  /** With people who came or with an exception, by id. */
  readonly groups: readonly GroupException[];
}

export interface GroupException {
  /** The LMS's. */
  readonly groupId: string;
  readonly withHelper: boolean;
  readonly accessNeeds: readonly AccessNeed[];
  /** Beyond the activity's limit. */
  readonly extraAttempts: number;
  /** 0: nothing was ever given. */
  readonly revision: number;
}

const mostExtraAttempts = 20;

/** POST /api/activity/groups: replaces the exception; an empty one removes it. */
export const GroupExceptionRequest = z.strictObject({
  groupId: z.string().min(1).max(255),
  withHelper: z.boolean(),
  accessNeeds: z.array(z.enum(accessNeeds)).max(accessNeeds.length),
  extraAttempts: z.number().int().min(0).max(mostExtraAttempts),
  revision: z.number().int().min(0).max(1_000_000),
});
export type GroupExceptionRequest = z.infer<typeof GroupExceptionRequest>;

export interface GroupExceptionAnswer {
  readonly changed: boolean;
  readonly now: GroupExceptionsAnswer;
}
