/** An LMS offers notices of copied courses; the worker asks for them. */
import { z } from 'zod';
import type { LtiRow, LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import { AppError } from '../base/errors.ts';

export const handlerCollection = 'notice-handler';
export const dueIndex = { state: 'due' } as const;

export const WantedNotices = z.object({
  organisationId: z.string(),
  registrationId: z.string(),
  url: z.string(),
  tries: z.number(),
  nextAt: z.number(),
});
export type WantedNotices = z.infer<typeof WantedNotices>;

interface WantDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'insert'> };
  readonly clock: () => number;
}

/** Does nothing until the row of an earlier request expires. */
export async function wantNotices(
  { storage, clock }: WantDeps,
  lti: Pick<LtiLaunch, 'organisationId' | 'registrationId' | 'deploymentId' | 'noticesUrl'>,
): Promise<void> {
  const { organisationId, registrationId, deploymentId, noticesUrl: url } = lti;
  if (url === null) return;
  const handler = hash(JSON.stringify([organisationId, registrationId, deploymentId, url]));
  if ((await storage.ltiRows.find(handlerCollection, { handler }, clock())).length > 0) return;
  const wanted = { organisationId, registrationId, url, tries: 0, nextAt: 0 };
  try {
    await storage.ltiRows.insert(buildHandlerRow(handler, wanted, { state: 'due', now: clock(), lifeMs: 0 }));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage.duplicate')) throw error;
  }
}

/** @param lifeMs 0: until it is replaced */
export function buildHandlerRow(
  handler: string,
  wanted: WantedNotices,
  { state, now, lifeMs }: { readonly state: string; readonly now: number; readonly lifeMs: number },
): LtiRow {
  return {
    collection: handlerCollection,
    index: { handler, state },
    uniqueKey: handler,
    value: JSON.stringify(wanted),
    createdAt: now,
    expiresAt: lifeMs === 0 ? 0 : now + lifeMs,
  };
}
