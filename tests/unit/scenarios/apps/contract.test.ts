/** What every simulated app must bring to the scenario format, evidence and reports. */
import { describe, expect, it } from 'vitest';
import { appsById, keyOf } from '../../../../scenarios/apps/app-lookups.ts';
import { simulatedAppIds } from '../../../../scenarios/world/app-list.ts';
import { startScene } from '../../../../scenarios/world/scene.ts';
import type { World } from '../../../../scenarios/world/types.ts';
import { actionSamples } from '../../../support/action-samples.ts';
import { smallScene } from '../../../support/small-scene.ts';

const empty: World = { ...smallScene, apps: [], help: [] };

describe.each([...simulatedAppIds])('the app %s', (id) => {
  const { checks, facts, wording = {}, names = {} } = appsById[id];
  const actions = actionSamples(id);
  const types = new Set<string>(actions.map(({ type }) => type));
  const own = facts.types.at(-1);

  it('accepts only its own actions', () => {
    expect(types.size).toBeGreaterThan(0);
    expect(actions.filter(({ app }) => app !== id)).toEqual([]);
  });

  it('has texts and names only for actions that it has', () => {
    expect(Object.keys(wording).filter((type) => !types.has(type))).toEqual([]);
    const fields = new Set(actions.flatMap((action) => Object.keys(action)));
    expect(Object.keys(names).filter((field) => !fields.has(field))).toEqual([]);
  });

  it('has a key for each action that the timeline can look up', () => {
    for (const action of actions) {
      if (action.app !== 'desk') expect(keyOf(action)).toMatch(/^[a-z0-9-]+(\.[A-Za-z0-9-]+){1,2}$/);
    }
  });

  it('finds nothing in a world that does not contain the app', () => {
    expect(checks.isIn(empty)).toBe(false);
    expect(checks.textKeys(empty)).toEqual([]);
    expect(checks.phraseGroups?.(empty) ?? []).toEqual([]);
    checks.check(empty, (path, code) => {
      throw new Error(`${code} at ${path.join('.')}`);
    });
  });

  it('has facts with the documented fields, also in a world without the app', () => {
    const found = facts.of({ world: empty, state: startScene(empty), actions: [] });
    expect(Object.keys(found).sort()).toEqual(Object.keys(own?.fields ?? {}).sort());
    expect(own !== undefined && found instanceof own.ctor).toBe(true);
  });

  it('documents each fact in both languages, and says when it is set', () => {
    for (const { name, fields } of facts.types) {
      for (const [field, { doc, type }] of Object.entries(fields)) {
        expect([`${name}.${field}`, doc.fr, doc.en, type]).not.toContain('');
      }
    }
    expect(Object.values(own?.fields ?? {}).map(({ when }) => when)).not.toContain(undefined);
  });
});

it('gives its facts a variable that no other app uses', () => {
  const names = Object.values(appsById).map(({ facts }) => facts.name);
  expect(new Set(names).size).toBe(names.length);
  const types = Object.values(appsById).flatMap(({ facts }) => facts.types.map(({ name }) => name));
  expect(new Set(types).size).toBe(types.length);
});
