import { describe, expect, it } from 'vitest';
import {
  firstComfort,
  languageOfBrowser,
  readFragment,
  rememberArrival,
} from '../../../client/src/state/arrival.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { TabHistory } from '../support/page.ts';

const settings = { 'text-size': '200', contrast: 'high', motion: 'off', voice: 'on', 'voice-pace': 'slow' };
const atHand = { language: 'en', writer: 'w', begun: null, languageChosen: false };

function fragmentOf(parts: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? part : JSON.stringify(part),
  ]);
  return `#${new URLSearchParams(texts).toString()}`;
}

describe('the address after a launch', () => {
  it('brings code, language, comfort and whether the notice is due', () => {
    const comfort = { settings, revision: 3 };
    expect(readFragment(fragmentOf({ code: 'c', lang: 'en', first: 'notice', comfort }))).toEqual({
      code: 'c',
      language: 'en',
      isNew: true,
      comfort,
      handover: null,
    });
  });

  it('brings nothing without a code', () => {
    const nothing = { code: null, language: null, isNew: false, comfort: null, handover: null };
    expect(readFragment('')).toEqual(nothing);
    expect(readFragment(fragmentOf({ lang: 'en', first: 'notice', comfort: { settings } }))).toEqual(nothing);
  });

  it.each(['<b>', '__proto__', '{', '[1]', 'null'])('gives nothing for %s', (odd) => {
    const fragment = fragmentOf({ code: 'c', lang: odd, first: odd, comfort: odd });
    expect(readFragment(fragment)).toMatchObject({ language: null, isNew: false, comfort: null });
  });
});

describe('an address that no launch opened', () => {
  it.each([
    [['en-CA', 'fr-CA'], 'en'],
    [['es-MX', 'fr-CA', 'en'], 'fr'],
    [['ar'], 'fr'],
    [[], 'fr'],
  ])('is in the language that the browser wants most (%j: %s)', (tags, language) => {
    expect(languageOfBrowser(tags)).toBe(language);
  });
});

describe('the first paint', () => {
  const stored = { values: { 'text-size': '125', contrast: 'high' } };

  it('has the settings of the person before those of the browser', () => {
    const launched = readFragment(fragmentOf({ code: 'c', comfort: { settings, revision: 3 } }));
    expect(firstComfort(launched, stored)).toMatchObject({ 'text-size': '200', motion: 'off' });
    expect(firstComfort(readFragment('#code=c'), stored)).toMatchObject({
      'text-size': '125',
      motion: 'system',
    });
    expect(firstComfort(readFragment(''), null)).toMatchObject({ 'text-size': '100', contrast: 'system' });
  });

  it('has what another window handed over', () => {
    const comfort = { values: { 'text-size': '150' } };
    const moved = readFragment(fragmentOf({ code: 'c', lang: 'fr', handover: { ...atHand, comfort } }));
    expect(firstComfort(moved, stored)).toMatchObject({ 'text-size': '150', contrast: 'system' });
    expect(rememberArrival(moved, { language: null })).toMatchObject({ language: 'en', isOwnWindow: true });
  });

  it('has the launch’s language, and after a reload the one that the tab remembers', () => {
    const tab = new TabMemory(new TabHistory());
    const launched = readFragment('#code=c&lang=en');
    tab.write(rememberArrival(launched, tab.read()));
    expect(rememberArrival(readFragment(''), tab.read()).language).toBe('en');
    expect(rememberArrival(launched, { language: 'fr' }).language).toBe('fr');
  });
});
