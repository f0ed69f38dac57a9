/** What every app declares about its statements, against the statements that its actions make. */
import { describe, expect, it } from 'vitest';
import { allStatements, draftOfAction } from '../../../../xapi/actions/action-drafts.ts';
import { extensionNames, statementsOf, typeOf } from '../../../../xapi/actions/declare.ts';
import { actsOf } from '../../../../xapi/profile/acts.ts';
import { activityTypes, extensions } from '../../../../xapi/vocabulary.ts';
import { simulatedAppIds } from '../../../../scenarios/world/app-list.ts';
import { actionSamples } from '../../../support/action-samples.ts';

const scene = { sceneId: '1', scenario: 'sample', worldVersion: 1, scoringVersion: 1 };

describe.each([...simulatedAppIds])('the statements of the app %s', (id) => {
  const { actions: declared, name } = allStatements[id];
  const actions = actionSamples(id);

  it('declare each of its actions, and no other', () => {
    expect([...new Set(actions.map(({ type }) => type))].sort()).toEqual(Object.keys(declared).sort());
    expect([name.fr, name.en]).not.toContain('');
  });

  it.each([undefined, { yes: true, no: false }])('follow the profile with features %o', (features) => {
    const kinds = actsOf(id);
    for (const action of actions) {
      const draft = draftOfAction({
        kind: 'action',
        scene,
        action,
        tMs: 0,
        clientAt: 0,
        actionSeq: 1,
        ...(features && { features }),
      });
      const told = Object.keys(draft.extensions ?? {});
      const fitting = kinds.filter(({ verb, tier, type, always, sometimes }) => {
        const allowed = [...always, ...sometimes].map((each): string => extensions[each]);
        const isAlike = verb === draft.verb && tier === draft.tier;
        const isAbout = activityTypes[type].id === draft.object.definition.type;
        const isWhole = always.every((each) => told.includes(extensions[each]));
        return isAlike && isAbout && isWhole && told.every((each) => allowed.includes(each));
      });
      expect([action, fitting.length]).toEqual([action, 1]);
    }
  });

  it('declare optional only extensions that they have', () => {
    for (const { extensions: values = {}, sometimes = [] } of Object.values(declared).flatMap(statementsOf)) {
      expect(sometimes.filter((each) => !extensionNames(values).includes(each))).toEqual([]);
    }
  });

  it('have one template for each verb and type of object', () => {
    const kinds = actsOf(id).map(({ verb, type }) => `${verb} ${type}`);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

it('use the same type for things of the same kind in every app', () => {
  const types = new Map<string, string>();
  for (const { object } of Object.values(allStatements)
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(statementsOf)) {
    if (!('kind' in object)) continue;
    expect([object.kind, types.get(object.kind) ?? object.type]).toEqual([object.kind, typeOf(object)]);
    types.set(object.kind, object.type);
  }
});
