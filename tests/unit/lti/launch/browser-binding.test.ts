import { describe, expect, it } from 'vitest';
import { createBrowserBinding, judgeCookies } from '../../../../lti/launch/browser-binding.ts';

const login = { state: 's'.repeat(43), secret: 'x'.repeat(43) };

describe('the cookie of a browser that stores none over http', () => {
  it('is neither set nor read where the tool has https', () => {
    const { browserHash, cookieKey, insecureCookie } = createBrowserBinding(login, 600_000, 'https://a.test');
    expect(insecureCookie).toBeNull();
    const cookies = `lti-insecure_${cookieKey}=${login.secret}`;
    expect(judgeCookies({ browserHash, state: login.state }, cookies, 'https://a.test')).toBe('missing');
    expect(judgeCookies({ browserHash, state: login.state }, cookies, 'http://a.localhost')).toBe('same');
  });
});
