import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../../../server/base/secrets.ts';

const oldKey = 'an old key that is long enough: 0123456789';
const newKey = 'a new key that is long enough: 9876543210';
const unreadable: unknown = expect.objectContaining({ code: 'secret.unreadable' });

function failure(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('encryption', () => {
  const secrets = createSecrets(newKey);

  it('returns the text when decrypted, also an empty or accented one', () => {
    for (const text of ['', 'Bonjour à tous 🙂', 'x'.repeat(100_000)]) {
      expect(secrets.unseal('person', secrets.seal('person', text, 'p1'), 'p1')).toBe(text);
    }
  });

  it('never gives the same bytes for the same text, nor shows it', () => {
    const sealed = Array.from({ length: 1_000 }, () => secrets.seal('person', 'secret', 'p1'));
    expect(new Set(sealed).size).toBe(1_000);
    expect(sealed[0]).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
    expect(sealed.join()).not.toContain('secret');
  });

  it('decrypts nothing in another place, for another purpose or with another key', () => {
    const sealed = secrets.seal('person', 'secret', 'p1');
    expect(failure(() => secrets.unseal('person', sealed, 'p2'))).toEqual(unreadable);
    expect(failure(() => secrets.unseal('study', sealed, 'p1'))).toEqual(unreadable);
    expect(failure(() => createSecrets(oldKey).unseal('person', sealed, 'p1'))).toEqual(unreadable);
  });

  it('decrypts nothing that was changed or cut anywhere', () => {
    const sealed = secrets.seal('person', 'secret', 'p1');
    const bodyAt = sealed.lastIndexOf('.') + 1;
    const body = Buffer.from(sealed.slice(bodyAt), 'base64url');
    for (let at = 0; at < body.length; at += 1) {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const text = sealed.slice(0, bodyAt) + changed.toString('base64url');
      expect(failure(() => secrets.unseal('person', text, 'p1'))).toEqual(unreadable);
    }
    const broken = ['', 'v1', 'v1..', sealed.slice(0, bodyAt), sealed.slice(0, -4), `v2${sealed.slice(2)}`];
    for (const text of broken) {
      expect(failure(() => secrets.unseal('person', text, 'p1'))).toEqual(unreadable);
    }
  });

  it('reveals nothing of key or text in its error', () => {
    const error = failure(() => secrets.unseal('person', 'v1.x.y', 'p1'));
    expect(String(error)).toBe('AppError: secret.unreadable {}');
  });
});

describe('wrapped keys', () => {
  const secrets = createSecrets(newKey);

  it('are 32 random bytes that can be unwrapped in their own context only', () => {
    const wrapped = secrets.createWrappedKey('person', 'p1');
    const key = secrets.unwrapKey('person', wrapped, 'p1');
    expect(key).toHaveLength(32);
    expect(secrets.unwrapKey('person', wrapped, 'p1')).toEqual(key);
    expect(secrets.unwrapKey('person', secrets.createWrappedKey('person', 'p1'), 'p1')).not.toEqual(key);
    expect(failure(() => secrets.unwrapKey('person', wrapped, 'p2'))).toEqual(unreadable);
  });

  it('encrypt texts that no other key and no other place decrypts', () => {
    const key = randomBytes(32);
    const sealed = secrets.sealWith(key, 'Bonjour', 'attempt/3');
    expect(createSecrets(oldKey).unsealWith(key, sealed, 'attempt/3')).toBe('Bonjour');
    expect(failure(() => secrets.unsealWith(key, sealed, 'attempt/4'))).toEqual(unreadable);
    expect(failure(() => secrets.unsealWith(randomBytes(32), sealed, 'attempt/3'))).toEqual(unreadable);
    expect(failure(() => secrets.unsealWith(key, `v2${sealed.slice(2)}`, 'attempt/3'))).toEqual(unreadable);
  });
});

describe('key rotation', () => {
  it('decrypts with the previous key, encrypts with the new one, and re-encrypts texts', () => {
    const before = createSecrets(oldKey);
    const during = createSecrets(newKey, oldKey);
    const after = createSecrets(newKey);
    const sealed = before.seal('destination', 'secret', 'd1');
    expect(during.unseal('destination', sealed, 'd1')).toBe('secret');
    expect(failure(() => after.unseal('destination', sealed, 'd1'))).toEqual(unreadable);
    const moved = during.reseal('destination', sealed, 'd1');
    expect(after.unseal('destination', moved, 'd1')).toBe('secret');
    expect(during.reseal('destination', moved, 'd1')).toBe(moved);
    expect(after.unseal('destination', during.seal('destination', 'new', 'd1'), 'd1')).toBe('new');
  });

  it('changes no wrapped key, so no pseudonym', () => {
    const wrapped = createSecrets(oldKey).createWrappedKey('study', 's1');
    const key = createSecrets(oldKey).unwrapKey('study', wrapped, 's1');
    const moved = createSecrets(newKey, oldKey).reseal('study', wrapped, 's1');
    expect(createSecrets(newKey).unwrapKey('study', moved, 's1')).toEqual(key);
  });

  it('derives keys from both, the new one first', () => {
    const [first, second] = createSecrets(newKey, oldKey).keysFor('lti-rows');
    expect(first).toEqual(createSecrets(newKey).deriveKey('lti-rows', ''));
    expect(second).toEqual(createSecrets(oldKey).deriveKey('lti-rows', ''));
    expect(createSecrets(newKey, null).keysFor('lti-rows')).toHaveLength(1);
  });
});

describe('derived keys and hashes', () => {
  const secrets = createSecrets(newKey);

  it('differ by key, purpose and info', () => {
    const keys = [
      secrets.deriveKey('a', 'b/c'),
      secrets.deriveKey('a/b', 'c'),
      secrets.deriveKey('a', 'b'),
      createSecrets(oldKey).deriveKey('a', 'b'),
    ].map((key) => key.toString('hex'));
    expect(new Set(keys).size).toBe(4);
    expect(secrets.deriveKey('a', 'b').toString('hex')).toBe(keys[2]);
    expect(keys[0]).toHaveLength(64);
  });

  it('match the published test vectors', () => {
    expect(secrets.hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    // RFC 4231, test case 2.
    expect(secrets.keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('refuse a secret key shorter than 32 bytes, as current and as previous', () => {
    expect(() => createSecrets('x'.repeat(31))).toThrow(RangeError);
    expect(() => createSecrets(newKey, 'short')).toThrow(RangeError);
    expect(() => createSecrets(randomBytes(31))).toThrow(RangeError);
    // Counted in bytes: 16 letters of two bytes each.
    expect(() => createSecrets('é'.repeat(16))).not.toThrow();
  });
});
