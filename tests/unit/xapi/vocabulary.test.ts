import { describe, expect, it } from 'vitest';
import { v5 as uuidV5 } from 'uuid';
import { activityTypes, base, extensions, statementNamespace, verbs } from '../../../xapi/vocabulary.ts';

describe('vocabulary', () => {
  it('gives each verb, type and extension an IRI of its own', () => {
    const iris = [
      ...Object.values(verbs).map(({ id }) => id),
      ...Object.values(activityTypes).map(({ id }) => id),
      ...Object.values(extensions),
    ];
    expect(new Set(iris).size).toBe(iris.length);
    for (const iri of iris) expect(URL.canParse(iri)).toBe(true);
  });

  it('labels everything in both languages', () => {
    const labels = [
      ...Object.values(verbs).map(({ display }) => display),
      ...Object.values(activityTypes).map(({ label }) => label),
    ];
    for (const { fr, en } of labels) expect(fr !== '' && en !== '').toBe(true);
  });

  it('derives the namespace of ids from the base', () => {
    expect(statementNamespace).toBe(uuidV5(base, uuidV5.URL));
  });
});
