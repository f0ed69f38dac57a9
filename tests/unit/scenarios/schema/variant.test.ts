/** Variants by seed: other words for another attempt, the same points and difficulty. */
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import { act, content, evidence } from '../../../support/s02.ts';

const seeds = [1, 2, 3, 4];
const fitted = seeds.map((seed) => content.publicScene('s02-inbox', 1, seed));

describe('the variant chosen by a seed', () => {
  it('has different words for each of four attempts in a row, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const asked = fitted.map(({ texts }) => texts[language]['mail.m5.body.3']);
      expect(new Set(asked).size).toBe(4);
    }
  });

  it('has the same words each time', () => {
    expect(content.publicScene('s02-inbox', 1, 3)).toEqual(fitted[2]);
    expect(content.publicScene('s02-inbox', 1, 7)).toEqual(fitted[2]);
  });

  it('leaves no placeholder unfilled', () => {
    expect(JSON.stringify(fitted.map(({ texts }) => texts))).not.toMatch(/\{\w+\}/);
  });

  it('changes no id, rule or points', () => {
    expect(new Set(fitted.map(({ world }) => JSON.stringify(world))).size).toBe(1);
    const right = [
      act.open('m5'),
      act.reply('m5'),
      act.phrase('p1'),
      act.phrase('p3'),
      act.phrase('p7'),
      act.send,
    ];
    for (const { world } of fitted) {
      const { state, actions } = observePlay(evidence.vocabulary, world, [...right, act.save('training')]);
      const result = evaluateScene(evidence, { world, state, actions, skipped: false });
      expect(result.items.map(({ points }) => points)).toEqual([4, 2]);
    }
  });

  it('has texts of about the same length as any other variant', () => {
    for (const [key, text] of Object.entries(fitted[0]?.texts.fr ?? {})) {
      for (const { texts } of fitted) {
        expect(
          Math.abs((texts.fr[key]?.split(' ').length ?? 0) - text.split(' ').length),
        ).toBeLessThanOrEqual(3);
      }
    }
  });
});
