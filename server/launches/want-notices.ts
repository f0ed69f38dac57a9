/** An LMS offers notices of copied courses; the worker asks for them. */
import { z } from 'zod';
import type { LtiRow, LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import { parseJson } from '../../lti/net/parse-json.ts';
import { AppError } from '../base/errors.ts';

/** Then a new address replaces it. */
const addressStaysMs = 3_600_000;

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
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'insert' | 'replace'> };
  readonly clock: () => number;
}

/** One row per deployment: an LMS may name another address with each launch. */
export async function wantNotices(
  { storage, clock }: WantDeps,
  lti: Pick<LtiLaunch, 'organisationId' | 'registrationId' | 'deploymentId' | 'noticesUrl'>,
): Promise<void> {
  const { organisationId, registrationId, deploymentId, noticesUrl: url } = lti;
  if (url === null) return;
  const handler = hash(JSON.stringify([organisationId, registrationId, deploymentId]));
  const now = clock();
  const wanted = { organisationId, registrationId, url, tries: 0, nextAt: 0 };
  const row = buildHandlerRow(handler, wanted, { state: 'due', now, lifeMs: 0 });
  const [stored] = await storage.ltiRows.find(handlerCollection, { handler }, now);
  if (stored !== undefined) {
    const isKnown = WantedNotices.safeParse(parseJson(stored.value)).data?.url === url;
    if (!isKnown && now - stored.createdAt >= addressStaysMs) await storage.ltiRows.replace({ handler }, row);
    return;
  }
  try {
    await storage.ltiRows.insert(row);
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
