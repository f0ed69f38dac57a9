import { describe, expect, it } from 'vitest';
import { languageDoubts, levelsWithout } from '../../../../client/src/staff/resources/resource-checks.ts';
import { sampleResource } from './sample-resource.ts';

describe('levels without a resource', () => {
  it('are those for which the dimension has no resource', () => {
    const resources = [
      sampleResource({ dimension: 'SEC', levels: { from: 1, to: 1 } }),
      sampleResource({ dimension: 'SEC', levels: { from: 3, to: 4 } }),
      sampleResource({ dimension: 'COM', levels: { from: 1, to: 4 } }),
    ];
    expect(levelsWithout(resources, 'SEC')).toEqual([2]);
    expect(levelsWithout(resources, 'COM')).toEqual([]);
    expect(levelsWithout(resources, 'OUT')).toEqual([1, 2, 3, 4]);
  });
});

describe('a language that may be missing', () => {
  it('is reported for an action or address that is the same in both, not for a name', () => {
    const title = { fr: 'Alloprof', en: 'Alloprof' };
    expect(languageDoubts(sampleResource({ title }))).toEqual([]);
    expect(languageDoubts(sampleResource({ text: { fr: 'Des fiches.', en: 'Des fiches.' } }))).toEqual([
      'same-words',
    ]);
    expect(languageDoubts(sampleResource({ place: { fr: 'Au local 12', en: 'Au local 12' } }))).toEqual([
      'same-words',
    ]);
    const link = { fr: 'https://a.example/', en: 'https://a.example/' };
    expect(languageDoubts(sampleResource({ link }))).toEqual(['same-address']);
  });
});
