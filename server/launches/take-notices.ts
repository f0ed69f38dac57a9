/** Notices of copied courses. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { type NoticeDeps, type NoticeRefusal, readNotice } from '../../lti/launch/notice.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import type { NoticePace } from './notice-pace.ts';
import { noteOrigins } from './origin-courses.ts';

export interface TakeDeps extends NoticeDeps {
  readonly storage: {
    readonly ltiRows: Pick<LtiRows, 'find' | 'insert' | 'remove'>;
    readonly platforms: Pick<PlatformsPort, 'findDeployment'>;
  };
  readonly noticePace: NoticePace;
}

export interface Taken {
  /** New ones; a repeated notice changes nothing. */
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: readonly Omit<NoticeRefusal, 'ok'>[];
  /** In seconds, until the LMS may send the others; 0: none are left. */
  readonly waitS: number;
}

/** In one request. */
export const mostNotices = 20;

/** The others of a batch are likely no better. */
const mostRefused = 3;

/** One after another, to cost other people no more than a launch. Stops if the sender is gone. */
export async function takeNotices(
  deps: TakeDeps,
  tokens: readonly string[],
  gone: AbortSignal,
): Promise<Taken> {
  const refused: Omit<NoticeRefusal, 'ok'>[] = [];
  let [accepted, repeated, waitS] = [0, 0, 0];
  for (const token of tokens) {
    const outcome = await takeNotice(deps, token);
    if (outcome === 'accepted') accepted += 1;
    else if (outcome === 'repeated') repeated += 1;
    else if ('waitS' in outcome) waitS = outcome.waitS;
    else refused.push({ code: outcome.code, detail: outcome.detail });
    if (refused.length >= mostRefused || waitS > 0 || gone.aborted) break;
  }
  return { accepted, repeated, refused, waitS };
}

async function takeNotice(
  deps: TakeDeps,
  token: string,
): Promise<'accepted' | 'repeated' | NoticeRefusal | { readonly waitS: number }> {
  const notice = await readNotice(deps, token);
  if (!notice.ok) return notice;
  const { registration, deploymentId, key, copy } = notice;
  const { id: registrationId, organisationId, platformId } = registration;
  const { platforms } = deps.storage;
  const deployment = await platforms.findDeployment(organisationId, registrationId, deploymentId);
  if (deployment?.status !== 'approved') return { ok: false, code: 'lti.deployment-unknown', detail: '' };
  const waitS = deps.noticePace.take(platformId);
  if (waitS > 0) return { waitS };
  // Without effect, so nothing is stored.
  if (copy === null) return 'accepted';
  const { courseId: contextId, ...told } = copy;
  const course = { organisationId, platformId, deploymentId, contextId };
  return (await noteOrigins(deps, course, { key, ...told })) ? 'accepted' : 'repeated';
}
