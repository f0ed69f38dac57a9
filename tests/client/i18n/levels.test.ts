import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { nameLevel } from '../../../client/src/i18n/levels.ts';

beforeEach(() => {
  locale.current = 'fr';
});

describe('the name of a level', () => {
  it('is one of four', () => {
    expect(nameLevel({ level: 3, between: null })).toBe('«\u00a0Je fais sans aide\u00a0» (niveau 3 sur 4)');
  });

  it('names both levels when two are nearly as likely, the lower one first', () => {
    expect(nameLevel({ level: 3, between: 2 })).toMatch(/^Entre .*un peu d’aide.* et .*sans aide/u);
    expect(nameLevel({ level: 2, between: 3 })).toBe(nameLevel({ level: 3, between: 2 }));
  });
});
