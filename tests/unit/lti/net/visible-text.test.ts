import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../lti/net/visible-text.ts';

describe('a title or a name', () => {
  it.each([
    ['a change of direction', 'Marc\u202Efdp.exe', 'Marcfdp.exe'],
    ['isolates and direction marks', '\u2066a\u2069\u200Eb\u200Fc\u061Cd', 'abcd'],
    ['spaces of no width', '\uFEFFA\u200Bd\u2060a\u00ADm', 'Adam'],
    ['letters that are empty', 'a\u3164b\u115Fc\uFFA0', 'abc'],
    ['hidden tags', 'ok\u{E0041}\u{E007F}', 'ok'],
    ['joiners in Latin letters', 'Ad\u200Dam\u200C', 'Adam'],
    ['a joiner alone', '\u200D', ''],
  ])('loses %s', (_what, text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });

  it('becomes one line', () => {
    expect(visibleText(' un\ndeux\u2028trois\u0007 ')).toBe('un deux trois');
  });

  it.each([
    'Élodie O’Brien-Côté',
    'می‌خواهم',
    'क्‍ष',
    'محمد',
    '👩🏽‍💻 ❤️ 1️⃣',
    '葛\u{E0100}城',
    'NUM+ : « oui » 10\u202F%',
  ])('stays as it is: %s', (text) => {
    expect(visibleText(text)).toBe(text);
  });
});
