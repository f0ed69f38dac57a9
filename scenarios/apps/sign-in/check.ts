import { expectUnique } from '../../kit/expect.ts';
import type { AppChecks } from '../../kit/app.ts';

export const signInChecks: AppChecks = {
  isIn: (world) => world['sign-in'] !== undefined,
  check: ({ 'sign-in': signIn }, report) => {
    const cards = signIn?.passwordCards.map(({ id }) => id) ?? [];
    expectUnique(cards, ['sign-in', 'passwordCards'], report);
  },
  textKeys: ({ 'sign-in': signIn }) => {
    if (signIn === undefined) return [];
    const { place, shared, code, welcome, passwordCards, card, push } = signIn;
    const { note, name, birthYear, email, userName, temporaryPassword } = card;
    return [
      ...[place, shared, code, welcome, note, name, birthYear, email, userName, temporaryPassword],
      ...passwordCards.map(({ text }) => text),
      ...(push === undefined ? [] : [push.number]),
    ];
  },
  places: [
    'again',
    'card',
    'cards',
    'code',
    'keep',
    'new-password',
    'page',
    'password',
    'second-step',
    'sign-out',
    'user-name',
  ],
  targets: () => [],
};
