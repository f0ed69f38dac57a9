/** Notices of copied courses. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { type NoticeDeps, type NoticeRefusal, readNotice } from '../../lti/launch/notice.ts';
import { AppError } from '../base/errors.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import { noteOrigins } from './origin-courses.ts';

export interface TakeDeps extends NoticeDeps {
  readonly storage: {
    readonly ltiRows: Pick<LtiRows, 'find' | 'insert' | 'replace' | 'remove'>;
    readonly platforms: Pick<PlatformsPort, 'findDeployment'>;
  };
}

export interface Taken {
  /** New ones; a repeated notice changes nothing. */
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: readonly Omit<NoticeRefusal, 'ok'>[];
}

/** In one request. */
export const mostNotices = 100;

const collection = 'notice';
/** The others of a batch are likely no better. */
const mostRefused = 3;

/** One after another, to cost other people no more than a launch. */
export async function takeNotices(deps: TakeDeps, tokens: readonly string[]): Promise<Taken> {
  const refused: Omit<NoticeRefusal, 'ok'>[] = [];
  let [accepted, repeated] = [0, 0];
  for (const token of tokens) {
    const outcome = await takeNotice(deps, token);
    if (outcome === 'accepted') accepted += 1;
    else if (outcome === 'repeated') repeated += 1;
    else refused.push({ code: outcome.code, detail: outcome.detail });
    if (refused.length >= mostRefused) break;
  }
  return { accepted, repeated, refused };
}

async function takeNotice(deps: TakeDeps, token: string): Promise<'accepted' | 'repeated' | NoticeRefusal> {
  const { storage, clock } = deps;
  const notice = await readNotice(deps, token);
  if (!notice.ok) return notice;
  const { registration, deploymentId, key, expiresAt, copy } = notice;
  const { organisationId, platformId } = registration;
  const deployment = await storage.platforms.findDeployment(organisationId, registration.id, deploymentId);
  if (deployment?.status !== 'approved') return { ok: false, code: 'lti.deployment-unknown', detail: '' };
  const index = { notice: key };
  if ((await storage.ltiRows.find(collection, index, clock())).length > 0) return 'repeated';
  if (copy !== null) {
    const { courseId: contextId, ...told } = copy;
    await noteOrigins(deps, { organisationId, platformId, deploymentId, contextId }, told);
  }
  // After its effect, which a repeated notice may have twice.
  const row = { collection, index, uniqueKey: key, value: '{}', createdAt: clock(), expiresAt };
  try {
    await storage.ltiRows.insert(row);
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.duplicate') return 'repeated';
    throw error;
  }
  return 'accepted';
}
