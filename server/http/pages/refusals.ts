/** Status and advice of each refusal; the sentences are in refusal-words.ts. */
import type { LtiErrorCode } from '../../../lti/launch/codes.ts';
import type { ErrorCode } from '../../base/errors.ts';
import type { Advice } from './refusal-words.ts';

interface RefusalKind {
  readonly status: 400 | 401 | 403;
  readonly advice: Advice;
}

/** The link or login expired, or was used twice: opening it again helps. */
const reopen: RefusalKind = { status: 401, advice: 'reopen' };
/** Only staff can fix differing settings. */
const settings: RefusalKind = { status: 400, advice: 'tell-staff' };
/** The request does not prove its origin. */
const unproven: RefusalKind = { status: 401, advice: 'tell-staff' };

const kinds: Readonly<Record<LtiErrorCode, RefusalKind>> = {
  'lti.login-incomplete': { status: 400, advice: 'reopen' },
  'lti.platform-unknown': { status: 403, advice: 'tell-staff' },
  'lti.platform-ambiguous': settings,
  'lti.platform-inactive': { status: 403, advice: 'tell-staff' },
  'lti.target-foreign': settings,
  'lti.platform-error': { status: 400, advice: 'reopen' },
  'lti.platform-signed-out': { status: 401, advice: 'sign-in' },
  'lti.launch-incomplete': { status: 400, advice: 'reopen' },
  'lti.state-unknown': reopen,
  'lti.cookie-missing': { status: 401, advice: 'new-window' },
  'lti.browser-mismatch': reopen,
  'lti.token-unreadable': unproven,
  'lti.algorithm-refused': unproven,
  'lti.key-id-missing': unproven,
  'lti.key-unknown': unproven,
  'lti.key-set-unreachable': { status: 401, advice: 'wait' },
  'lti.key-set-slow': { status: 401, advice: 'wait' },
  'lti.signature-refused': unproven,
  'lti.issuer-mismatch': unproven,
  'lti.audience-mismatch': unproven,
  'lti.audience-foreign': unproven,
  'lti.azp-mismatch': unproven,
  'lti.expiry-missing': unproven,
  'lti.token-expired': reopen,
  'lti.issued-at-missing': unproven,
  'lti.issued-in-future': unproven,
  'lti.not-yet-valid': unproven,
  'lti.nonce-mismatch': reopen,
  'lti.not-a-message': settings,
  'lti.claims-missing': settings,
  'lti.message-type-missing': settings,
  'lti.message-type-unknown': settings,
  'lti.version-missing': settings,
  'lti.version-wrong': settings,
  'lti.deployment-missing': settings,
  'lti.target-missing': settings,
  'lti.resource-link-missing': settings,
  'lti.subject-missing': settings,
  'lti.roles-missing': settings,
  'lti.settings-missing': settings,
  'lti.reviewed-person-missing': settings,
  'lti.claim-refused': settings,
  'lti.selection-not-allowed': { status: 403, advice: 'tell-staff' },
  'lti.review-not-allowed': { status: 403, advice: 'tell-staff' },
  'lti.engine-disagrees': unproven,
  'lti.deployment-unknown': { status: 403, advice: 'approval' },
  'lti.deployment-revoked': { status: 403, advice: 'tell-staff' },
};

const adviceOfErrors: Partial<Record<ErrorCode, Advice>> = {
  'request.too-many': 'wait',
  'storage.unavailable': 'wait',
  'server.unexpected': 'wait',
};

export function getRefusalStatus(code: LtiErrorCode): number {
  return kinds[code].status;
}

export function getAdvice(code: LtiErrorCode | ErrorCode): Advice {
  return isLtiCode(code) ? kinds[code].advice : (adviceOfErrors[code] ?? 'reopen');
}

export function isLtiCode(code: LtiErrorCode | ErrorCode): code is LtiErrorCode {
  return code in kinds;
}
