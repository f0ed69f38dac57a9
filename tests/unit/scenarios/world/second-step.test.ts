/** The second version of the sign-in pages: estimated passwords, a code in any spelling, approval on the phone. */
import { describe, expect, it } from 'vitest';
import { acts, startScene, step } from '../../../../scenarios/world/scene.ts';
import {
  readAnyCode,
  readEstimatedSecret,
  readNumber,
  type CardWords,
} from '../../../../scenarios/world/sign-in/secrets.ts';
import type { SignInAction } from '../../../../scenarios/world/sign-in/types.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { pushScene as world, signInScene } from '../../../support/sign-in-scene.ts';

const card: CardWords = {
  name: 'Camille Gagnon',
  birthYear: '1994',
  email: 'camille@boreal.example',
  userName: 'cgagnon24',
  temporaryPassword: 'pommier24',
  code: '482 913',
};

describe('a code in any spelling', () => {
  it.each([
    ['482 - 913', 'received'],
    ['482–913', 'received'],
    ['482.913', 'received'],
    ['mon code : 482 913.', 'received'],
    ['٤٨٢٩١٣', 'received'],
    ['quatre huit deux neuf un trois', 'received'],
    ['482914', 'other'],
    ['quatre cent', 'other'],
    ['pommier24', 'password'],
    ['', 'empty'],
  ])('%j is read as %s', (text, expected) => {
    expect(readAnyCode(text, card)).toBe(expected);
  });
});

describe('the number that the computer shows', () => {
  it.each([
    ['47', 'shown'],
    [' 4 7 ', 'shown'],
    ['٤٧', 'shown'],
    ['74', 'other'],
    ['quarante-sept', 'other'],
    [' ', 'empty'],
  ])('%j is read as %s', (text, expected) => {
    expect(readNumber(text, '47')).toBe(expected);
  });
});

describe('the guesses of a password', () => {
  it.each([
    [5.9, 'under-6'],
    [6, '6-to-8'],
    [8, '8-to-10'],
    [10, '10-and-more'],
  ])('ten to the power of %d is %s', (power, guesses) => {
    expect(readEstimatedSecret('tor-tue', card, () => power)).toMatchObject({ version: 2, guesses });
  });

  it.each(['chocolate1', 'printemps', 'Tortue2024'])(
    'are few for one word and a number, whatever an estimator without a dictionary says: %s',
    (secret) => {
      expect(readEstimatedSecret(secret, card, () => 12)).toMatchObject({ guesses: '8-to-10' });
    },
  );

  it('are few for the temporary password with another number', () => {
    const read = readEstimatedSecret('pommier25', card, (rest) => rest.length);
    expect(read).toMatchObject({ guesses: 'under-6', temporary: true });
  });

  it('are unknown without an estimator, and nothing for an empty box', () => {
    expect(readEstimatedSecret('tortue', card, null)).toMatchObject({ guesses: 'unknown' });
    expect(readEstimatedSecret('', card, () => 12)).toBeNull();
  });

  it('take account of every word of the card', () => {
    let tried: readonly string[] = [];
    readEstimatedSecret('tortue', card, (_secret, known) => {
      tried = known;
      return 12;
    });
    expect(tried).toEqual(expect.arrayContaining(['gagnon', 'boreal', '1994', 'pommier24', '482913']));
  });
});

const first: readonly SignInAction[] = [
  { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' },
  { app: 'sign-in', type: 'choose-card', cardId: 'k3' },
];
const push: SignInAction = { app: 'sign-in', type: 'second-step', by: 'push' };
const code: SignInAction = { app: 'sign-in', type: 'enter-code', code: 'received' };
const deny: SignInAction = { app: 'sign-in', type: 'deny' };
const approve = (matches: 'empty' | 'shown' | 'other'): SignInAction => ({
  app: 'sign-in',
  type: 'approve',
  matches,
});

function after(actions: readonly WorldAction[], scene: World = world): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(scene, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(scene));
}

describe('approval on the phone', () => {
  it('opens the session with the number shown', () => {
    expect(after([...first, push, approve('shown')]).apps['sign-in']?.stage).toBe('open');
  });

  it.each([
    ['other', 'no-match'],
    ['empty', 'empty'],
  ] as const)('stays where it is with another number (%s)', (matches, problem) => {
    expect(after([...first, push, approve(matches)]).apps['sign-in']).toMatchObject({
      stage: 'code',
      second: 'push',
      problem,
    });
  });

  it('goes back to the code if the person denies it', () => {
    const denied = after([...first, push, deny]);
    expect(denied.apps['sign-in']).toMatchObject({ second: 'code', problem: 'denied' });
    expect(after([...first, push, deny, code]).apps['sign-in']?.stage).toBe('open');
  });

  it.each<[string, SignInAction[], SignInAction]>([
    ['an approval that nobody asked for', [], approve('shown')],
    ['a refusal that nobody asked for', [], deny],
    ['a code while the phone is asked', [push], code],
  ])('refuses %s', (_what, before, action) => {
    const next = step(world, after([...first, ...before]), action, { epoch: 1, actionSeq: 9 });
    expect(next).toEqual({ ok: false, code: 'world.not-on-screen' });
  });

  it('is offered only where the world has it', () => {
    const kinds = (scene: World): string[] =>
      acts(scene, after(first, scene)).flatMap(({ app, type }) => (app === 'sign-in' ? [type] : []));
    expect(kinds(world)).toContain('second-step');
    expect(kinds(signInScene)).not.toContain('second-step');
    const next = step(signInScene, after(first, signInScene), push, { epoch: 1, actionSeq: 9 });
    expect(next).toEqual({ ok: false, code: 'world.unknown-target' });
    expect(after([], signInScene).apps['sign-in']).not.toHaveProperty('second');
  });
});
