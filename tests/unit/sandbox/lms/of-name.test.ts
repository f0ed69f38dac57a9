import { expect, it } from 'vitest';
import { ofName } from '../../../../sandbox/lms/pages/of-name.ts';

it.each([
  ['Amina Haddad', 'd’Amina Haddad'],
  ['Émile', 'd’Émile'],
  ['Œdipe', 'd’Œdipe'],
  ['Yvonne', 'd’Yvonne'],
  ['Yasmine', 'de Yasmine'],
  ['Hélène', 'd’Hélène'],
  ['Henri', 'd’Henri'],
  ['Hugues', 'd’Hugues'],
  ['Hassan', 'de Hassan'],
  ['Hồng', 'de Hồng'],
  ['Marc', 'de Marc'],
])('elides « de » before a vowel or a silent h: %s', (name, words) => {
  expect(ofName(name)).toBe(words);
});
