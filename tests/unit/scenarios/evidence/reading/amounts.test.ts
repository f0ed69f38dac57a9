import { describe, expect, it } from 'vitest';
import { readAmounts } from '../../../../../scenarios/evidence/reading/amounts.ts';
import { plainText } from '../../../../../scenarios/world/plain-text.ts';

function read(text: string): string {
  const { amount, otherAmount } = readAmounts(plainText(text), { amount: 20 });
  return [amount ? 'right' : '', otherAmount ? 'other' : ''].join('');
}

describe('an amount in a text', () => {
  it.each([
    ['Mettez 20 ml.', 'right'],
    ['20mL par seau', 'right'],
    ['vingt millilitres', 'right'],
    ['twenty milliliters', 'right'],
    ['20,0 ml', 'right'],
    ['pas plus de 20 ml', 'right'],
    ['never more than 20 ml', 'right'],
    ['20 ml au lieu de 60 ml', 'right'],
    ['20 ml, pas 60 ml', 'right'],
    ['60 ml', 'other'],
    ['120 ml', 'other'],
    ['2,20 ml', ''],
    ['20 ml pour le plancher, 60 ml pour le gras', 'rightother'],
    ['Ne mettez pas 20 ml.', ''],
    ['Est-ce 20 ml?', ''],
    ['20 litres', ''],
    ['20', ''],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
