import { describe, expect, it } from 'vitest';
import { takeMarker } from '../../../client/src/launch/login-cookie.ts';

/** Stores what is set, as a browser without an expiry of its own. */
class Jar {
  readonly set: string[] = [];
  readonly #cookies: string;

  constructor(cookies: string) {
    this.#cookies = cookies;
  }

  get cookie(): string {
    return this.#cookies;
  }

  set cookie(value: string) {
    this.set.push(value);
  }
}

const name = '__Host-lti-marker_abcdefgh';

describe('the marker of a login', () => {
  it('is found among other cookies, and deleted', () => {
    const jar = new Jar(`other=2; ${name}=1; last=3`);
    expect(takeMarker(jar, name)).toBe(true);
    expect(jar.set).toEqual([`${name}=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned`]);
  });

  it.each([
    ['nothing', ''],
    ['a marker of another login', '__Host-lti-marker_hgfedcba=1'],
    ['its name as a value', `other=${name}=1`],
    ['a longer name', `${name}x=1`],
  ])('is not found in %s', (_what, cookies) => {
    const jar = new Jar(cookies);
    expect(takeMarker(jar, name)).toBe(false);
    expect(jar.set).toEqual([]);
  });

  it('is not found where a frame may read no cookies', () => {
    const sandboxed = {
      get cookie(): string {
        throw new DOMException('no cookies', 'SecurityError');
      },
      set cookie(_value: string) {
        throw new DOMException('no cookies', 'SecurityError');
      },
    };
    expect(takeMarker(sandboxed, name)).toBe(false);
  });
});
