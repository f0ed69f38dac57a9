import fc from 'fast-check';
import { expect, it } from 'vitest';
import { v5 } from 'uuid';
import { createNaming } from '../../../xapi/name-uuid.ts';

it('gives the id that RFC 9562 gives as its example of version 5', () => {
  // Appendix A.4: the namespace of DNS names, and the name www.example.com.
  const name = createNaming('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
  expect(name('www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('gives the ids of the library, whatever namespace and name', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
      expect(createNaming(namespace)(name)).toBe(v5(name, namespace));
    }),
  );
});
