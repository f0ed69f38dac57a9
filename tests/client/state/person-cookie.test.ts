import { expect, it } from 'vitest';
import { PersonCookie } from '../../../client/src/state/person-cookie.ts';
import { TabPerson } from '../../../client/src/state/tab-person.ts';

/** As a browser's: reading gives names and values, writing adds one. */
function createJar(refuses = false): Pick<Document, 'cookie'> {
  const kept = new Map<string, string>([['other', 'numplus.person=no']]);
  return {
    get cookie() {
      if (refuses) throw new Error('a sandboxed frame has no cookies');
      return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text) {
      if (refuses) throw new Error('a sandboxed frame has no cookies');
      const [pair = '', ...attributes] = text.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Partitioned') && attributes.includes('Secure')) kept.set(name, value);
    },
  };
}

it('tells whose launch came last, when only partitioned cookies are kept', () => {
  const jar = createJar();
  const person = new TabPerson(new PersonCookie(jar));
  expect(person.wasReplaced('mark-of-nadia')).toBe(false);
  person.arrive('mark-of-nadia');
  expect(person.wasReplaced('mark-of-nadia')).toBe(false);
  new TabPerson(new PersonCookie(jar)).arrive('mark-of-paul');
  expect(person.wasReplaced('mark-of-nadia')).toBe(true);
});

it('takes nobody for replaced where a frame has no cookies', () => {
  const person = new TabPerson(new PersonCookie(createJar(true)));
  person.arrive('mark-of-nadia');
  expect(person.wasReplaced('mark-of-paul')).toBe(false);
});
