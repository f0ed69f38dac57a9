/** Paths come from the statements of every kind of log entry; extensions from the vocabulary and their schemas. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LogEvent } from '../../../../scenarios/kit/log.ts';
import { statementGroups } from '../../../../server/privacy/statement-properties.ts';
import { extensionMeanings } from '../../../../xapi/meanings/extension-meanings.ts';
import { extensions } from '../../../../xapi/vocabulary.ts';
import { mapDifference, noDifference } from '../../../support/map-difference.ts';
import { statementsOf } from '../../../support/statements.ts';
import { asLog, context, contextWithoutStart, events, scene, sceneResult } from '../../xapi/log-samples.ts';

function points(name: string): NonNullable<(typeof statementGroups)[number]>['points'] {
  return statementGroups.find((group) => group.name === name)?.points ?? {};
}

/** Lists count as their items; extensions are compared by themselves. */
function pathsIn(value: unknown, path = ''): string[] {
  if (path.endsWith('.extensions')) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsIn(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Only an item of one point has a success. */
const onePoint: LogEvent = {
  kind: 'scene-ended',
  scene,
  how: 'done',
  activeMs: 1_000,
  result: { ...sceneResult, items: sceneResult.items.map((item) => ({ ...item, points: 1, max: 1 })) },
};

describe('the data map', () => {
  it('has every property of a statement, and no other', () => {
    const found = asLog([...events, onePoint]).flatMap((entry) =>
      [context, contextWithoutStart].flatMap((of) =>
        statementsOf(entry, of).flatMap(({ statement }) => pathsIn(statement)),
      ),
    );
    expect(mapDifference(Object.keys(points('xAPI Statement')), found)).toEqual(noDifference);
  });

  it('has every extension, and no other', () => {
    expect(mapDifference(Object.keys(points('extensions')), Object.keys(extensions))).toEqual(noDifference);
  });

  it.each(Object.entries(extensionMeanings))('has every part of an extension: %s', (name, { schema }) => {
    const parts = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    expect(mapDifference(points('extensions')[name]?.parts ?? [], parts)).toEqual(noDifference);
  });
});
