/** Notices of an LMS (Platform Notification Service 1.0), judged as launches are. */
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { claim, firstOf, identifier, type LtiMessage } from './claims.ts';
import type { LtiErrorCode } from './codes.ts';
import { hash } from './hash.ts';
import type { GateRegistration, LoginDeps } from './login.ts';
import { contextCopyNotice, noticeScope } from '../notice-names.ts';
import type { NotePrivateHost } from '../net/guarded-fetch.ts';
import type { KeySets } from '../net/key-sets.ts';
import { verifyToken } from './verify-token.ts';

/** Whatever the token says: nonces are kept for as long. */
const longestLifeMs = 24 * 3_600_000;

export interface Notice {
  readonly ok: true;
  readonly registration: GateRegistration;
  readonly deploymentId: string;
  /** Of this registration and nonce. */
  readonly key: string;
  /** The token is refused from then on. */
  readonly expiresAt: number;
  /** Null for notices that tell of no copy. */
  readonly copy: {
    readonly courseId: string;
    readonly origins: readonly string[];
    /** When it was copied. */
    readonly at: number;
  } | null;
}

export interface NoticeRefusal {
  readonly ok: false;
  readonly code: LtiErrorCode | 'notice.nonce-missing' | 'notice.too-old';
  readonly detail: string;
}

export interface NoticeDeps {
  readonly registrations: Pick<LoginDeps['registrations'], 'listByIssuer'>;
  readonly keySets: KeySets;
  readonly clock: () => number;
  readonly notePrivateHost?: NotePrivateHost;
}

const NoticeClaims = z.looseObject({
  [claim.version]: z.literal('1.3.0'),
  [claim.deploymentId]: identifier,
  [claim.notice]: z.looseObject({
    type: z.string().min(1).max(100),
    timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
  }),
  [claim.context]: z.looseObject({ id: identifier }).optional().catch(undefined),
  [claim.originContexts]: firstOf(20, identifier).optional(),
});

/** Null unless the LMS tells of copies, by version 1.0 of the service. */
export function findNoticesUrl({ claims }: LtiMessage): string | null {
  const service = claims[claim.notificationService];
  if (service === undefined) return null;
  const { service_versions: versions, scope, notice_types_supported: types } = service;
  const isUsable =
    types.includes(contextCopyNotice) && versions.includes('1.0') && scope.includes(noticeScope);
  return isUsable ? service.platform_notification_service_url : null;
}

/** Before the signature is verified, this costs one look-up. */
export async function readNotice(deps: NoticeDeps, token: string): Promise<Notice | NoticeRefusal> {
  const sender = peekSender(token);
  if (sender === undefined) return refuse('lti.token-unreadable');
  const found = await deps.registrations.listByIssuer(sender.issuer, sender.clientId);
  const [registration, ...others] = found.filter(({ active }) => active);
  if (registration === undefined) return refuse('lti.platform-unknown');
  if (others.length > 0) return refuse('lti.platform-ambiguous');
  const { keySets, notePrivateHost } = deps;
  const now = deps.clock();
  const verified = await verifyToken(keySets, { token, registration, now, notePrivateHost });
  if (!verified.ok) return verified;
  const { iat = 0, exp = 0, nonce, jti } = verified.envelope;
  const expiresAt = Math.min(exp * 1000, iat * 1000 + longestLifeMs);
  if (expiresAt <= now) return refuse('notice.too-old');
  const once = nonce ?? jti ?? '';
  if (once === '') return refuse('notice.nonce-missing');
  const key = hash(JSON.stringify([registration.id, once]));
  return parseNotice(verified.payload, { registration, key, expiresAt, now });
}

function parseNotice(
  payload: unknown,
  { now, ...about }: Pick<Notice, 'registration' | 'key' | 'expiresAt'> & { readonly now: number },
): Notice | NoticeRefusal {
  const parsed = NoticeClaims.safeParse(payload);
  if (!parsed.success) {
    return refuse('lti.claim-refused', parsed.error.issues[0]?.path.map(String).join('.') ?? '');
  }
  const { data } = parsed;
  const notice = data[claim.notice];
  const courseId = data[claim.context]?.id;
  const origins = data[claim.originContexts] ?? [];
  const isCopy = notice.type === contextCopyNotice && courseId !== undefined && origins.length > 0;
  // A copy of the future would stay the newest for ever.
  const at = Math.min(Date.parse(notice.timestamp ?? '') || now, now);
  const copy = isCopy ? { courseId, origins, at } : null;
  return { ok: true, ...about, deploymentId: data[claim.deploymentId], copy };
}

const Sender = z.object({
  iss: z.string().min(1).max(2048),
  aud: z.union([z.string().min(1).max(2048), z.tuple([z.string().min(1).max(2048)])]),
});

/** Not verified: only good for finding the keys. */
function peekSender(token: string): { readonly issuer: string; readonly clientId: string } | undefined {
  try {
    const { iss: issuer, aud } = Sender.parse(decodeJwt(token));
    return { issuer, clientId: typeof aud === 'string' ? aud : aud[0] };
  } catch {
    return undefined;
  }
}

function refuse(code: NoticeRefusal['code'], detail = ''): NoticeRefusal {
  return { ok: false, code, detail };
}
