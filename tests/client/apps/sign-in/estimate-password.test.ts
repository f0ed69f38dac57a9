/** The estimator behind its one file, with the card's words as what somebody would try first. */
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../../client/src/apps/sign-in/estimate-password.ts';
import { readEstimatedSecret } from '../../../../scenarios/world/sign-in/secrets.ts';
import type { Guesses } from '../../../../scenarios/world/sign-in/types.ts';

const card = {
  name: 'Camille Gagnon',
  birthYear: '1994',
  email: 'camille.gagnon@ateliers-boreal.example',
  userName: 'cgagnon24',
  temporaryPassword: 'pommier24',
  code: '482 913',
};

function guessesOf(secret: string): Guesses | null {
  const features = readEstimatedSecret(secret, card, estimate);
  return features?.version === 2 ? features.guesses : null;
}

describe('a long password', () => {
  it.each([
    ['a row of keys', 'qwertyuiopasdf'],
    ['a row of keys of a French keyboard', 'azertyuiopqsdf'],
    ['one word twice', 'tortuetortue'],
    ['one key', 'aaaaaaaaaaaaaaaa'],
    ['figures in order', '1234567890123'],
    ['words of the card', 'CamilleGagnon1994'],
    ['three words of the card', 'ateliers-Boreal-cgagnon24'],
    ['words of the email', 'ateliersboreal'],
    ['a usual word with figures', 'motdepasse1234'],
    ['a usual word with other signs', 'M0tdep@sse2024'],
  ])('is quickly guessed if it is %s', (_what, secret) => {
    expect(secret.length).toBeGreaterThanOrEqual(12);
    expect(['under-6', '6-to-8']).toContain(guessesOf(secret));
  });

  it.each([
    'tortue lampe orage',
    'correct cheval pile agrafe',
    'fk3-Zq7-wm9-Xe',
    'été à la plage',
    'Camille lampe tortue orage',
  ])('takes many guesses if it is of unrelated parts: %s', (secret) => {
    expect(guessesOf(secret)).toBe('10-and-more');
  });

  it('takes few guesses if it is short', () => {
    expect(guessesOf('chat1')).toBe('under-6');
    expect(guessesOf('chat12')).toBe('6-to-8');
  });

  it('of the greatest length is estimated in a moment', () => {
    expect(guessesOf('a1B2-'.repeat(40))).not.toBeNull();
  });
});
