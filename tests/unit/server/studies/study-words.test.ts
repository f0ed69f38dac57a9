import { describe, expect, it } from 'vitest';
import { studyWords } from '../../../../server/studies/study-words.ts';

describe('the name of a study, as readers see it', () => {
  it('is its own in both languages', () => {
    expect(studyWords('LINC')).toEqual({ fr: 'LINC', en: 'LINC' });
  });

  it('is the basic study if nobody named it', () => {
    expect(studyWords('default')).toEqual({ fr: 'Étude de base', en: 'Basic study' });
  });
});
