import { describe, expect, it } from 'vitest';
import { findProblem } from '../../../../sandbox/store/statement-rules.ts';

const actor = { account: { homePage: 'https://example.org/s', name: 'p' } };
const verb = { id: 'https://example.org/v' };
const object = { id: 'https://example.org/a' };
const good = { actor, verb, object };
const uuid = '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c01';

function withDefinition(definition: unknown): unknown {
  return { ...good, object: { ...object, definition } };
}

describe('the statement rules', () => {
  it.each<[string, unknown]>([
    ['the least there can be', good],
    ['a mailbox', { ...good, actor: { mbox: 'mailto:a@example.org', name: 'A' } }],
    ['an anonymous group', { ...good, actor: { objectType: 'Group', member: [actor] } }],
    ['an agent as object', { ...good, object: { objectType: 'Agent', ...actor } }],
    ['a substatement', { ...good, object: { objectType: 'SubStatement', ...good } }],
    ['another zone', { ...good, timestamp: '2026-11-24T10:04:05-05:00' }],
    ['fine seconds', { ...good, result: { duration: 'PT1.2345S' } }],
    ['a single activity as parent', { ...good, context: { contextActivities: { parent: object } } }],
    ['null in an extension', { ...good, context: { extensions: { 'https://e.org/x': null } } }],
    ['a matching item', withDefinition({ interactionType: 'matching', source: [{ id: 'a' }], target: [] })],
    ['its own version', { ...good, version: '1.0.0' }],
  ])('accept %s', (_what, statement) => {
    expect(findProblem(statement, '1.0.3')).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['no actor', { verb, object }],
    ['null', { ...good, result: null }],
    ['an unknown property', { ...good, mood: 'calm' }],
    ['two identifiers', { ...good, actor: { ...actor, mbox: 'mailto:a@example.org' } }],
    ['no identifier', { ...good, actor: { name: 'A' } }],
    ['an activity as actor', { ...good, actor: { objectType: 'Activity', ...actor } }],
    ['a group of nobody', { ...good, actor: { objectType: 'Group' } }],
    ['a relative verb', { ...good, verb: { id: 'opened' } }],
    ['a bad language tag', { ...good, verb: { ...verb, display: { fr_CA: 'x' } } }],
    ['a label that is no text', { ...good, verb: { ...verb, display: { fr: 1 } } }],
    ['an unknown kind of object', { ...good, object: { objectType: 'Thing', id: 'https://e.org' } }],
    [
      'a nested substatement',
      {
        ...good,
        object: { objectType: 'SubStatement', ...good, object: { objectType: 'SubStatement', ...good } },
      },
    ],
    ['an id in a substatement', { ...good, object: { objectType: 'SubStatement', ...good, id: uuid } }],
    ['a time without a zone', { ...good, timestamp: '2026-11-24T10:04:05' }],
    ['the zone that nobody knows', { ...good, timestamp: '2026-11-24T10:04:05-00:00' }],
    ['half a duration', { ...good, result: { duration: 'P1DT' } }],
    ['a scaled score of 2', { ...good, result: { score: { scaled: 2 } } }],
    ['raw below min', { ...good, result: { score: { raw: 0, min: 1, max: 2 } } }],
    [
      'revision without an activity',
      {
        ...good,
        object: { objectType: 'StatementRef', id: uuid },
        context: { revision: '1' },
      },
    ],
    ['an unknown interaction', withDefinition({ interactionType: 'drag' })],
    ['steps of a choice', withDefinition({ interactionType: 'choice', steps: [] })],
    ['choices of nothing', withDefinition({ choices: [] })],
    ['a choice twice', withDefinition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] })],
    ['the version of another xAPI', { ...good, version: '2.0.0' }],
    ['an extension that has no IRI', { ...good, result: { extensions: { x: 1 } } }],
  ])('refuse %s', (_what, statement) => {
    expect(findProblem(statement, '1.0.3')).toMatch(/^statement/);
  });
});
