import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../support/statements.ts';
import { validateStatement } from '../../support/validate-statement.ts';
import { asLog, context, scene, sceneResult } from './log-samples.ts';

/** A good statement with a score, as plain data to spoil. */
function good(): Record<string, unknown> {
  const [entry] = asLog([{ kind: 'scene-ended', scene, how: 'done', activeMs: 1_000, result: sceneResult }]);
  if (entry === undefined) throw new Error('no entry');
  return structuredClone({ ...statementsOf(entry, context)[0]?.statement });
}

/** Sets the value at a dotted path; undefined removes the member. */
function spoilt(path: string, value: unknown): unknown {
  const statement = good();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let inner: object = statement;
  for (const key of keys) inner = memberObject(inner, key);
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else Reflect.set(inner, last, value);
  return statement;
}

function memberObject(outer: object, key: string): object {
  const inner: unknown = Reflect.get(outer, key);
  if (typeof inner !== 'object' || inner === null) throw new Error(`no object at ${key}`);
  return inner;
}

describe('validateStatement', () => {
  it('accepts a valid statement', () => {
    expect(validateStatement(good())).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['no id', 'id', undefined],
    ['an id that is no UUID', 'id', 'x'],
    ['an id of another variant', 'id', '0190c1f2-7f3a-7c11-1a53-7b1f5f5a0c01'],
    ['no timestamp', 'timestamp', undefined],
    ['a timestamp without milliseconds', 'timestamp', '2026-11-24T15:04:05Z'],
    ['a timestamp of another zone', 'timestamp', '2026-11-24T10:04:05.000-05:00'],
    ['a day that does not exist', 'timestamp', '2026-02-30T10:04:05.000Z'],
    ['a date alone', 'timestamp', '2026-11-24'],
    ['stored', 'stored', '2026-11-24T15:04:05.000Z'],
    ['authority', 'authority', { objectType: 'Agent', account: { homePage: 'https://a.b', name: 'x' } }],
    ['version', 'version', '1.0.0'],
    ['a mailbox', 'actor.mbox', 'mailto:a@b.ca'],
    ['only a mailbox', 'actor', { objectType: 'Agent', mbox: 'mailto:a@b.ca' }],
    ['a name', 'actor.name', 'Ginette'],
    ['a home page that is no IRI', 'actor.account.homePage', 'study one'],
    ['a space in an IRI', 'verb.id', 'http://example.org/did it'],
    ['a relative IRI', 'object.id', 'items/1'],
    ['no French label', 'verb.display.fr', undefined],
    ['an unknown property', 'result.points', 3],
    ['a text for a number', 'result.score.raw', '1'],
    ['a text for a truth', 'result.completion', 'true'],
    ['a scaled score above 1', 'result.score.scaled', 1.5],
    ['raw above max', 'result.score.raw', 9],
    ['min not below max', 'result.score.min', 4],
    ['an empty score', 'result.score', {}],
    ['a duration of nothing', 'result.duration', 'PT'],
    ['a half-open duration', 'result.duration', 'P1DT'],
    ['a duration finer than 0.01 s', 'result.duration', 'PT1.234S'],
    ['a duration in weeks', 'result.duration', 'P1W'],
    ['null', 'result.success', null],
    ['null in an extension', 'context.extensions', { 'https://e.org/x': null }],
    ['an extension key that is no IRI', 'context.extensions', { x: 1 }],
    ['a number that JSON cannot hold', 'result.score.raw', Number.NaN],
    ['no registration under the profile', 'context.registration', undefined],
    ['a registration that is no UUID', 'context.registration', '1'],
    ['a language with an underscore', 'context.language', 'fr_CA'],
    ['a parent that is no list', 'context.contextActivities.parent', { id: 'https://e.org/a' }],
    ['an empty list of parents', 'context.contextActivities.parent', []],
    ['agents of 2.0', 'context.contextAgents', []],
    ['an unknown interaction type', 'object.definition.interactionType', 'dragging'],
    ['a list that does not fit', 'object.definition.choices', [{ id: 'a' }]],
    ['a component twice', 'object.definition.steps', [{ id: 'a' }, { id: 'a' }]],
    ['a space in a component', 'object.definition.steps', [{ id: 'a b' }]],
    ['an answer key', 'object.definition.correctResponsesPattern', ['a']],
    ['too many bytes', 'context.extensions', { 'https://e.org/x': 'é'.repeat(2_100) }],
    [
      'revision beside a statement reference',
      'object',
      {
        objectType: 'StatementRef',
        id: '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c01',
      },
    ],
  ])('refuses %s', (_what, path, value) => {
    expect(validateStatement(spoilt(path, value))).not.toEqual([]);
  });

  it.each([[undefined], [null], ['{}'], [[]], [4]])('refuses %s instead of a statement', (value) => {
    expect(validateStatement(value)).not.toEqual([]);
  });

  it('reports the path of the problem', () => {
    expect(validateStatement(spoilt('result.duration', 'P1DT'))).toEqual(['result.duration: is no duration']);
  });
});
