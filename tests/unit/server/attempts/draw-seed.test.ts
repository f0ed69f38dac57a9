import { describe, expect, it } from 'vitest';
import { variantPlace } from '../../../../scenarios/schema/variant.ts';
import { drawSeed } from '../../../../server/attempts/draw-seed.ts';
import { createSecrets } from '../../../../server/base/secrets.ts';

const secrets = createSecrets('k'.repeat(32));
const keys = new Map<string, string>();

/** A person with a key of their own, made once. */
function keyOf(personId: string): string {
  const key = keys.get(personId) ?? secrets.createWrappedKey('person', personId);
  keys.set(personId, key);
  return key;
}

const persons = {
  findKey: (_organisationId: string, id: string) => Promise.resolve(id === 'nobody' ? undefined : keyOf(id)),
};
const place = { organisationId: 'organisation-a', resourceLinkId: 'link-1', practice: false };

function draw(personId: string, number = 1, change: Partial<typeof place> = {}): Promise<number> {
  return drawSeed({ secrets, storage: { persons } }, { ...place, ...change, personId }, number);
}

describe('the seed of an attempt', () => {
  it('is the same each time it is drawn', async () => {
    expect(await draw('person-1')).toBe(await draw('person-1'));
  });

  it('brings each of a person’s attempts another variant, up to the number of variants', async () => {
    const seeds = await Promise.all([1, 2, 3, 4].map((number) => draw('person-1', number)));
    expect(new Set(seeds.map((seed) => variantPlace(4, seed))).size).toBe(4);
  });

  it('does not follow from the attempt’s number: first attempts get every variant', async () => {
    const seeds = await Promise.all(Array.from({ length: 200 }, (_, index) => draw(`person-${index}`)));
    for (const variants of [3, 4]) {
      expect(new Set(seeds.map((seed) => variantPlace(variants, seed))).size).toBe(variants);
    }
  });

  it('differs between activities, and between play and practice', async () => {
    const people = Array.from({ length: 20 }, (_, index) => `person-${index}`);
    const drawAll = (change: Partial<typeof place>): Promise<number[]> =>
      Promise.all(people.map((person) => draw(person, 1, change)));
    const here = await drawAll({});
    expect(await drawAll({ resourceLinkId: 'link-2' })).not.toEqual(here);
    expect(await drawAll({ practice: true })).not.toEqual(here);
  });

  it('cannot be drawn for a person who was erased', async () => {
    await expect(draw('nobody')).rejects.toMatchObject({ code: 'attempt.unknown' });
  });
});
