/** The checkers themselves: each must find what is spoilt, or their silence would say nothing. */
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../../scenarios/kit/log.ts';
import { profile } from '../../../../xapi/profile/profile.ts';
import { extensions, profileVersionId } from '../../../../xapi/vocabulary.ts';
import { Conformance } from '../../../support/profile/check-conformance.ts';
import { structureProblems } from '../../../support/profile/check-structure.ts';
import { valuesAt } from '../../../support/profile/json-path.ts';
import { asJson, attemptStatements, beginning, finished } from '../../../support/profile/played-attempts.ts';
import type { ReadProfile } from '../../../support/profile/read-profile.ts';
import { scene, sceneResult } from '../log-samples.ts';

function published(): ReadProfile {
  return JSON.parse(JSON.stringify(profile)) as ReadProfile;
}

function first<Item>(list: readonly Item[], is: (item: Item) => boolean = () => true): Item {
  const found = list.find(is);
  if (found === undefined) throw new Error('the profile has no such part');
  return found;
}

type Spoil = (profile: ReadProfile) => void;

const patternOf = (of: ReadProfile, name: string): ReadProfile['patterns'][number] =>
  first(of.patterns, ({ id }) => id.endsWith(`/${name}`));

describe('the structure checker', () => {
  it.each<[string, Spoil, RegExp]>([
    ['nothing at all', (of) => delete (of as Partial<ReadProfile>).versions, /versions/],
    [
      'an empty label',
      (of) =>
        ((first(of.concepts, ({ type }) => type === 'Verb') as { prefLabel: object }).prefLabel = { en: '' }),
      /prefLabel/,
    ],
    ['a member that profiles do not have', (of) => Object.assign(of, { note: 'x' }), /note/],
    ['a null', (of) => Object.assign(of, { author: null }), /author/],
    ['an id used twice', (of) => (first(of.templates).id = first(of.patterns).id), /two things/],
    ['another version', (of) => (first(of.templates).inScheme = `${profileVersionId}1`), /no version/],
    [
      'a later version that revises nothing',
      (of) => of.versions.push({ id: `${of.id}/v2`, generatedAtTime: '2027-01-01T00:00:00.000Z' }),
      /revises nothing/,
    ],
    [
      'a rule without a demand',
      (of) => (first(of.templates).rules = [{ location: '$.id' }]),
      /asks for nothing/,
    ],
    [
      'a path with a filter',
      (of) => (first(of.templates).rules = [{ location: '$.a[?(@.b)]', presence: 'included' }]),
      /cannot be read/,
    ],
    [
      'a schema that is no schema',
      (of) =>
        ((first(of.concepts, (one) => 'inlineSchema' in one) as { inlineSchema: string }).inlineSchema =
          '{{'),
      /cannot be read/,
    ],
    ['two ways in one pattern', (of) => (patternOf(of, 'steps').optional = first(of.templates).id), /2 ways/],
    ['no way in a pattern', (of) => delete patternOf(of, 'steps').zeroOrMore, /0 ways/],
    ['a primary pattern without words', (of) => delete patternOf(of, 'attempt').definition, /no words/],
    ['no primary pattern', (of) => (patternOf(of, 'attempt').primary = false), /none is primary/],
    ['a part that is not there', (of) => (patternOf(of, 'steps').zeroOrMore = `${of.id}/x`), /not there/],
    [
      'an optional pattern among alternates',
      (of) => patternOf(of, 'step').alternates?.push(patternOf(of, 'steps').id),
      /may be nothing/,
    ],
    [
      'a pattern within itself',
      (of) => (patternOf(of, 'steps').zeroOrMore = patternOf(of, 'play').id),
      /part of itself/,
    ],
    [
      'a template that no pattern has',
      (of) => (patternOf(of, 'whole').optional = first(of.templates).id),
      /in no primary pattern/,
    ],
  ])('reports %s', (_what, spoil, expected) => {
    const spoilt = published();
    spoil(spoilt);
    expect(structureProblems(spoilt).join('\n')).toMatch(expected);
  });
});

const events: readonly LogEvent[] = [
  ...beginning,
  { kind: 'scene-started', scene },
  { kind: 'action', scene, action: { app: 'mail', type: 'compose' }, actionSeq: 1, tMs: 1, clientAt: 0 },
  { kind: 'scene-ended', scene, how: 'done', activeMs: 9_000, result: sceneResult },
  ...finished,
];

type Json = Record<string, unknown>;

/** Statements of an attempt by the end of their verb's IRI, as JSON to spoil. */
function attempt(): { all: Json[]; by: (verb: string) => Json } {
  const all = asJson(attemptStatements(events));
  return { all, by: (verb) => first(all, (one) => verbOf(one).endsWith(`/${verb}`)) };
}

function verbOf(statement: Json): string {
  return String(valuesAt(statement, '$.verb.id')[0]);
}

function at(statement: Json, path: string): Json {
  return valuesAt(statement, path)[0] as Json;
}

describe('the conformance checker', () => {
  const conformance = new Conformance(published());

  it('reports nothing for a valid attempt', () => {
    expect(conformance.problemsOfAttempt(attempt().all, true)).toEqual([]);
  });

  it.each<[string, string, (statement: Json) => void]>([
    ['a verb of nobody', 'drafted', (one) => (one.verb = { id: 'https://example.org/verbs/x' })],
    [
      'another type of object',
      'drafted',
      (one) => (at(one, '$.object.definition').type = 'https://example.org/t'),
    ],
    ['no registration', 'drafted', (one) => delete at(one, '$.context').registration],
    ['no seq', 'drafted', (one) => Reflect.deleteProperty(at(one, '$.context.extensions'), extensions.seq)],
    ['a seq that is a text', 'drafted', (one) => (at(one, '$.context.extensions')[extensions.seq] = '4')],
    [
      'the mode of composing missing',
      'drafted',
      (one) => Reflect.deleteProperty(at(one, '$.context.extensions'), extensions.composeMode),
    ],
    [
      'a mode of composing of nobody',
      'drafted',
      (one) => (at(one, '$.context.extensions')[extensions.composeMode] = 'aloud'),
    ],
    [
      'an extension that the profile lacks',
      'drafted',
      (one) => (at(one, '$.context.extensions')[`${extensions.seq}x`] = 1),
    ],
    [
      'an extension of results in the context',
      'drafted',
      (one) => (at(one, '$.context.extensions')[extensions.ruleHits] = []),
    ],
    ['a person’s name', 'drafted', (one) => (at(one, '$.actor').name = 'Ginette')],
    ['an address', 'drafted', (one) => (at(one, '$.actor').mbox = 'mailto:g@example.org')],
    [
      'a typed text',
      'drafted',
      (one) => (at(one, '$.context.extensions')[extensions.app] = 'Bonjour Nadia !'),
    ],
    ['a result where there is none', 'drafted', (one) => (one.result = { success: true })],
    [
      'another category',
      'drafted',
      (one) => (at(one, '$.context.contextActivities').category = [{ id: 'https://example.org' }]),
    ],
    ['an answer without its score', 'answered', (one) => delete at(one, '$.result').score],
    [
      'an answer key',
      'answered',
      (one) => (at(one, '$.object.definition').correctResponsesPattern = ['e1[.]seen']),
    ],
    ['points for what was omitted', 'skipped', (one) => (at(one, '$.result').score = { raw: 0 })],
    ['completed without completion', 'completed', (one) => (at(one, '$.result').completion = false)],
    [
      'a score without its version',
      'scored',
      (one) => Reflect.deleteProperty(at(one, '$.context.extensions'), extensions.scoringVersion),
    ],
  ])('reports %s', (_what, verb, spoil) => {
    const { by } = attempt();
    const statement = by(verb);
    spoil(statement);
    expect(conformance.problemsOf(statement)).not.toEqual([]);
  });

  it.each<[string, (all: Json[]) => Json[]]>([
    ['nothing before the notice', (all) => all.slice(1)],
    ['no notice', (all) => all.filter((one) => !verbOf(one).endsWith('accept'))],
    ['no beginning', (all) => all.filter((one) => !verbOf(one).endsWith('initialized'))],
    ['an act outside of a scene', (all) => all.filter((one) => !verbOf(one).endsWith('accessed'))],
    ['a scene that is never left', (all) => all.filter((one) => !verbOf(one).endsWith('leave'))],
    ['no end', (all) => all.slice(0, -2)],
    ['a score before the end', (all) => [...all.slice(0, -2), ...all.slice(-2).reverse()]],
    ['two ends', (all) => [...all.slice(0, -1), all.at(-2) ?? {}]],
  ])('reports %s', (_what, spoil) => {
    const spoilt = spoil(attempt().all).map((one, index) => ({
      ...one,
      timestamp: new Date(Date.UTC(2026, 10, 25) + index).toISOString(),
    }));
    expect(conformance.problemsOfAttempt(spoilt, true)).not.toEqual([]);
  });

  it('reports two statements of the same moment, and of two registrations', () => {
    const { all } = attempt();
    const [one = {}, two = {}] = all;
    const sameTime = [one, { ...two, timestamp: one.timestamp }];
    expect(conformance.problemsOfAttempt(sameTime, false).join()).toContain('not later');
    at(two, '$.context').registration = '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c02';
    expect(conformance.problemsOfAttempt([one, two], false).join()).toContain('several registrations');
  });

  it.each<[string, Spoil]>([
    [
      'template',
      (of) => (of.templates = of.templates.filter(({ id }) => !id.endsWith('/mail-drafted-view'))),
    ],
    ['pattern', (of) => (patternOf(of, 'play').sequence = patternOf(of, 'play').sequence?.slice(1))],
    ['concept', (of) => (of.concepts = of.concepts.filter(({ id }) => id !== extensions.composeMode))],
    [
      'rule',
      (of) =>
        first(of.templates, ({ id }) => id.endsWith('/initialized')).rules.push({
          location: '$.result',
          presence: 'included',
        }),
    ],
  ])('reports an attempt if the %s of the profile is wrong', (_part, spoil) => {
    const spoilt = published();
    spoil(spoilt);
    expect(new Conformance(spoilt).problemsOfAttempt(attempt().all, true)).not.toEqual([]);
  });
});

describe('a path in a rule', () => {
  const document = { a: { b: [{ c: 1 }, { c: 2 }], 'x.y/z': true } };

  it.each<[string, unknown[]]>([
    ['$', [document]],
    ['$.a.b[*].c', [1, 2]],
    ['$.a.b[1].c', [2]],
    ["$.a['x.y/z']", [true]],
    ["$.a['b', 'x.y/z']", [document.a.b, true]],
    ['$.a.*', [document.a.b, true]],
    ['$.none.c', []],
  ])('%s selects what it names', (path, found) => {
    expect(valuesAt(document, path)).toEqual(found);
  });

  it.each(['a.b', '$a', '$..b', '$.a[?(@.c)]', '$.a[(1)]', "$.a['b"])('%s is refused', (path) => {
    expect(() => valuesAt(document, path)).toThrow(SyntaxError);
  });
});
