import { describe, expect, it } from 'vitest';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import type { KitStudy } from '../../../../server/adoption/kit-facts.ts';
import { documentOf, textOf } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown } from '../../../support/kit-facts.ts';

describe('a study that nobody named', () => {
  it.each([
    ['fr', ['Étude de base', 'Textes de l’étude de base relus', '(étude de base)']],
    ['en', ['Basic study', 'Texts of the basic study read through', '(basic study)']],
  ] as const)('is the basic study in every document: %s', (language, names) => {
    const text = makeDocuments(halfKnown, language).map(textOf).join('\n');
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toMatch(/[«“]\u00a0?default|\bnull\b/);
    expect(textOf(documentOf(halfKnown, language, 'notices'))).toContain(
      language === 'fr' ? 'pas encore\u00a0: l’étude de base' : 'not yet: the basic study',
    );
  });
});

describe('the place of a study', () => {
  it.each([
    [
      'fr',
      'Un cours du LMS «\u00a0Moodle du collège\u00a0» (cours `INF-101`).',
      'Étude de base\nPartout où aucune autre étude',
    ],
    [
      'en',
      'One course of the LMS “Moodle du collège” (course `INF-101`).',
      'Wherever no other study has a place.',
    ],
  ] as const)('is said beside its notice and to the ethics board: %s', (language, course, rest) => {
    expect(textOf(documentOf(halfKnown, language, 'notices'))).toContain(course);
    expect(textOf(documentOf(halfKnown, language, 'ethics'))).toContain(course);
    expect(textOf(documentOf(halfKnown, language, 'notices'))).toContain(rest);
  });

  it('is nowhere for a closed study, or for one that nobody placed', () => {
    const said = (change: Partial<KitStudy>): string =>
      textOf(
        documentOf(
          { ...muchKnown, studies: muchKnown.studies.map((one) => ({ ...one, places: [], ...change })) },
          'en',
          'notices',
        ),
      );
    expect(said({})).toContain('Nowhere yet');
    expect(said({ isClosed: true })).toContain('Nowhere: it is closed');
    expect(said({ places: [{ kind: 'activity', platform: null, id: '7' }] })).toContain(
      'One activity of the LMS that was removed (activity `7`).',
    );
  });
});
