import { describe, expect, it } from 'vitest';
import { teachEn } from '../../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { checkWriting } from '../../../../scenarios/checks/writing-rules.ts';
import { gradeReasons } from '../../../../server/contract/grade-reasons.ts';

const catalogues = { fr: Object.entries(teachFr), en: Object.entries(teachEn) } as const;

describe.each(['fr', 'en'] as const)('the texts of the page of staff in %s', (language) => {
  it('are short, kind and set as the house does', () => {
    const findings = catalogues[language].flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});

describe('both languages', () => {
  it('have the same places for values', () => {
    const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const english = new Map<string, string>(catalogues.en);
    const differing = catalogues.fr.filter(([key, text]) => places(text) !== places(english.get(key) ?? ''));
    expect(differing).toEqual([]);
  });

  it('say why and what to do for every reason of a grade', () => {
    const keys = new Set<string>(catalogues.fr.map(([key]) => key));
    const missing = gradeReasons.filter(
      (reason) => !keys.has(`reason.${reason}`) || !keys.has(`todo.${reason}`),
    );
    expect(missing).toEqual([]);
  });
});
