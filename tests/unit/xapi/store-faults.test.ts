import { describe, expect, it } from 'vitest';
import type { LrsFailure } from '../../../xapi/lrs-outcome.ts';
import { storeFaultOf } from '../../../xapi/store-faults.ts';

const failure = (
  kind: 'unavailable' | 'misconfigured' | 'refused',
  status: number,
  message = '',
): LrsFailure => ({
  kind,
  status,
  message,
});

describe('the fault of a record store', () => {
  it.each([
    ['ENOTFOUND', 'store.name-unknown'],
    ['ECONNREFUSED', 'store.nobody-listens'],
    ['TimeoutError', 'store.no-answer'],
    ['UND_ERR_CONNECT_TIMEOUT', 'store.no-answer'],
    ['ETIMEDOUT', 'store.no-answer'],
    ['UND_ERR_SOCKET', 'store.connection-cut'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'store.certificate-self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'store.certificate-self-signed'],
    ['CERT_HAS_EXPIRED', 'store.certificate-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'store.certificate-other-name'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'store.certificate-untrusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'store.no-https'],
    ['ERR_INVALID_URL', 'store.address-unusable'],
  ])('is derived from the cause of the connection error: %s', (cause, fault) => {
    expect(storeFaultOf(failure('unavailable', 0, cause))).toBe(fault);
  });

  it.each([
    [failure('misconfigured', 302), 'store.redirects'],
    [failure('misconfigured', 200, 'Sign in'), 'store.no-record-store'],
    [failure('misconfigured', 404), 'store.address-wrong'],
    [failure('misconfigured', 405), 'store.address-wrong'],
    [failure('refused', 400, 'X-Experience-API-Version must be 2.0.0'), 'store.version-refused'],
    [failure('refused', 400, 'verb.id is no IRI'), 'store.statement-refused'],
    [failure('refused', 409), 'store.statement-refused'],
    [failure('unavailable', 502), 'store.troubled'],
    [{ kind: 'throttled', status: 429, message: '', retryAfterMs: null }, 'store.busy'],
    [{ kind: 'unauthorized', status: 401, message: '' }, 'store.key-refused'],
    [{ kind: 'forbidden', status: 403, message: '' }, 'store.key-forbidden'],
  ] as const)('is derived from the response: %j', (answer, fault) => {
    expect(storeFaultOf(answer)).toBe(fault);
  });
});
