import { beforeEach, describe, expect, it } from 'vitest';
import { levelsEn } from '../../../client/src/i18n/catalogues/levels.en.ts';
import { levelsFr } from '../../../client/src/i18n/catalogues/levels.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { nameLevel } from '../../../client/src/i18n/levels.ts';
import { checkWriting } from '../../../scenarios/checks/writing-rules.ts';

const catalogues = { fr: Object.entries(levelsFr), en: Object.entries(levelsEn) } as const;

beforeEach(() => {
  locale.current = 'fr';
});

describe.each(['fr', 'en'] as const)('levels in %s', (language) => {
  it('are told in short, kind sentences, set as the house does', () => {
    const findings = catalogues[language].flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});

describe('the name of a level', () => {
  it('says which of four it is', () => {
    expect(nameLevel({ level: 3, between: null })).toBe('«\u00a0Je fais sans aide\u00a0» (niveau 3 de 4)');
  });

  it('names both where two are nearly as likely, the lower one first', () => {
    expect(nameLevel({ level: 3, between: 2 })).toMatch(/^Entre .*un peu d’aide.* et .*sans aide/u);
    expect(nameLevel({ level: 2, between: 3 })).toBe(nameLevel({ level: 3, between: 2 }));
  });
});
