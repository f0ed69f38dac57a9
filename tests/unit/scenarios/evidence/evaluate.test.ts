/** Evaluating evidence: stored features alone count, and what cannot be asked is a fault, never a silent zero. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileEvidence, evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { compileExpressions, ExpressionError } from '../../../../scenarios/evidence/expressions.ts';
import { factsOf } from '../../../../scenarios/evidence/facts.ts';
import { MissingFeaturesError } from '../../../../scenarios/kit/observed.ts';
import { EvidenceFile } from '../../../../scenarios/schema/scenario.ts';
import { hashState } from '../../../../scenarios/world/hash.ts';
import { readYaml } from '../../../../scenarios/kit/yaml-source.ts';
import { act, contentDirectory, evidence, play, resultOf, world } from '../../../support/s02.ts';

const whole = play(
  act.open('m5'),
  act.reply('m5'),
  act.phrase('p1'),
  act.write('oui, à 17 h'),
  act.send,
  act.save('training'),
  act.done,
);

describe('evaluating', () => {
  it('uses the stored features, not the text', () => {
    const silent = whole.actions.map((entry) =>
      entry.features === undefined ? entry : { ...entry, features: { yes: false, no: false, time: false } },
    );
    const result = evaluateScene(evidence, { world, state: whole.state, actions: silent, skipped: false });
    expect(result.rules.filter((rule) => rule.fired).map(({ rule }) => rule)).toEqual(['e1', 'e5', 'e6']);
  });

  it('throws when a sent message has no stored features', () => {
    const bare = whole.actions.map(({ epoch, actionSeq, action }) => ({ epoch, actionSeq, action }));
    expect(() => factsOf({ world, state: whole.state, actions: bare })).toThrow(MissingFeaturesError);
  });

  it('caps an item at its maximum', () => {
    const text = readFileSync(join(contentDirectory, 's02-inbox/v1/evidence.yaml'), 'utf8');
    const { source } = readYaml('evidence.yaml', text, EvidenceFile);
    if (source === null) throw new Error('evidence.yaml is not readable');
    const file = source.data;
    const doubled = { ...file, rules: file.rules.map((rule) => ({ ...rule, points: 3 })) };
    const result = evaluateScene(compileEvidence(doubled, []), {
      world,
      state: whole.state,
      actions: whole.actions,
      skipped: false,
    });
    expect(result.items.map(({ points }) => points)).toEqual([4, 2]);
  });
});

describe('the stored replay of (s02-inbox, 1, 1)', () => {
  it('gives the stored result: another result needs a new scoring version', () => {
    expect({ hash: hashState(whole.state), result: resultOf(whole) }).toMatchInlineSnapshot(`
      {
        "hash": "357a333ecad089e4",
        "result": {
          "items": [
            {
              "dimension": "COM",
              "item": "s02-com",
              "max": 4,
              "points": 4,
              "skipped": false,
            },
            {
              "dimension": "OUT",
              "item": "s02-out",
              "max": 2,
              "points": 2,
              "skipped": false,
            },
          ],
          "misconceptions": [],
          "rules": [
            {
              "fired": true,
              "item": "s02-com",
              "points": 1,
              "rule": "e1",
              "shown": false,
            },
            {
              "fired": true,
              "item": "s02-com",
              "points": 1,
              "rule": "e2",
              "shown": false,
            },
            {
              "fired": true,
              "item": "s02-com",
              "points": 1,
              "rule": "e3",
              "shown": false,
            },
            {
              "fired": true,
              "item": "s02-com",
              "points": 1,
              "rule": "e4",
              "shown": false,
            },
            {
              "fired": true,
              "item": "s02-out",
              "points": 1,
              "rule": "e5",
              "shown": false,
            },
            {
              "fired": true,
              "item": "s02-out",
              "points": 1,
              "rule": "e6",
              "shown": false,
            },
          ],
        },
      }
    `);
  });
});

describe('expressions', () => {
  const rule = (when: string): Parameters<typeof compileExpressions>[0] => ({
    definitions: [],
    misconceptions: [],
    rules: [{ id: 'e1', item: 'i', points: 1, text: 't', tags: [], when }],
  });

  it.each([
    ['does not parse', 'mail.sent.exists(m,'],
    ['names a fact that is not there', 'mail.sentt.size() > 0'],
    ['names a feature that is not there', 'mail.sent.exists(m, m.features.yess)'],
    ['compares what cannot be compared', 'size(mail.sent) == "one"'],
    ['does not answer true or false', 'size(mail.sent)'],
    ['names nothing known', 'answers.size() > 0'],
  ])('are refused when compiled if a rule %s', (_name, when) => {
    expect(() => compileExpressions(rule(when))).toThrow(ExpressionError);
  });

  it('throw when evaluated instead of returning false', () => {
    const compiled = compileExpressions(rule('mail.sent[5].features.yes'));
    const facts = factsOf({ world, ...whole });
    expect(() => compiled.holds('e1', compiled.prepare(facts))).toThrow(/^e1: /);
    expect(() => compiled.holds('e9', compiled.prepare(facts))).toThrow(ExpressionError);
  });
});
