import { describe, expect, it } from 'vitest';
import { v5 as uuidV5 } from 'uuid';
import { extensionMeanings } from '../../../xapi/meanings/extension-meanings.ts';
import { sourceOf } from '../../../xapi/meanings/sources.ts';
import { typeMeanings } from '../../../xapi/meanings/type-meanings.ts';
import { verbMeanings } from '../../../xapi/meanings/verb-meanings.ts';
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

  it('has labels for everything in both languages', () => {
    const labels = [
      ...Object.values(verbs).map(({ display }) => display),
      ...Object.values(activityTypes).map(({ label }) => label),
    ];
    for (const { fr, en } of labels) expect(fr !== '' && en !== '').toBe(true);
  });

  it('has descriptions for everything in both languages, and for nothing else', () => {
    expect(Object.keys(verbMeanings).sort()).toEqual(Object.keys(verbs).sort());
    expect(Object.keys(typeMeanings).sort()).toEqual(Object.keys(activityTypes).sort());
    expect(Object.keys(extensionMeanings).sort()).toEqual(Object.keys(extensions).sort());
    const meanings = [
      ...Object.values(verbMeanings),
      ...Object.values(typeMeanings),
      ...Object.values(extensionMeanings).flatMap(({ name, meaning }) => [name, meaning]),
    ];
    for (const { fr, en } of meanings) {
      expect(fr).not.toBe('');
      expect(en).not.toBe('');
      // OQLF: no space before ; and ?, a no-break space before :
      expect(fr).not.toMatch(/ [:;?!]/);
    }
  });

  it('names the source of each IRI that is not ours', () => {
    const iris = [...Object.values(verbs), ...Object.values(activityTypes)].map(({ id }) => id);
    for (const iri of iris) expect(iri.startsWith(base)).toBe(sourceOf(iri) === undefined);
    for (const iri of Object.values(extensions)) expect(iri.startsWith(base)).toBe(true);
  });

  it('derives the namespace of ids from the base', () => {
    expect(statementNamespace).toBe(uuidV5(base, uuidV5.URL));
  });
});
