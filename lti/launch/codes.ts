export const ltiErrorCodes = [
  'lti.login-incomplete',
  'lti.platform-unknown',
  'lti.platform-ambiguous',
  'lti.platform-inactive',
  'lti.target-foreign',
  'lti.platform-error',
  'lti.platform-signed-out',
  'lti.launch-incomplete',
  'lti.state-unknown',
  'lti.cookie-missing',
  'lti.browser-mismatch',
  'lti.token-unreadable',
  'lti.algorithm-refused',
  'lti.key-id-missing',
  'lti.key-unknown',
  'lti.key-set-unreachable',
  'lti.key-set-slow',
  'lti.signature-refused',
  'lti.issuer-mismatch',
  'lti.audience-mismatch',
  'lti.audience-foreign',
  'lti.azp-mismatch',
  'lti.expiry-missing',
  'lti.token-expired',
  'lti.issued-at-missing',
  'lti.issued-in-future',
  'lti.not-yet-valid',
  'lti.nonce-mismatch',
  'lti.not-a-message',
  'lti.claims-missing',
  'lti.message-type-missing',
  'lti.message-type-unknown',
  'lti.version-missing',
  'lti.version-wrong',
  'lti.deployment-missing',
  'lti.target-missing',
  'lti.resource-link-missing',
  'lti.subject-missing',
  'lti.roles-missing',
  'lti.settings-missing',
  'lti.reviewed-person-missing',
  'lti.claim-refused',
  'lti.selection-not-allowed',
  'lti.review-not-allowed',
  'lti.engine-disagrees',
  'lti.deployment-unknown',
  'lti.deployment-revoked',
] as const;

export type LtiErrorCode = (typeof ltiErrorCodes)[number];

/** `detail` is for the log: it holds no claims, tokens or bodies. */
export interface Refusal {
  readonly ok: false;
  readonly code: LtiErrorCode;
  readonly detail: string;
  readonly locale: string | null;
  /** Null, as `locale`, unless the token was verified. */
  readonly returnUrl: string | null;
}

export function refuse(
  code: LtiErrorCode,
  about: Partial<Pick<Refusal, 'detail' | 'locale' | 'returnUrl'>> = {},
): Refusal {
  const { detail = '', locale = null, returnUrl = null } = about;
  return { ok: false, code, detail, locale, returnUrl };
}
