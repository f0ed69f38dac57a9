/** Signing in: what the boxes are read as, and which page follows which. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import {
  readCode,
  readPassword,
  readSecret,
  readUserName,
  type CardWords,
} from '../../../../scenarios/world/sign-in/secrets.ts';
import type { SecretFeatures, SignInAction } from '../../../../scenarios/world/sign-in/types.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { signInScene as world } from '../../../support/sign-in-scene.ts';

const card: CardWords = {
  name: 'Camille Gagnon',
  birthYear: '1994',
  email: 'camille@boreal.example',
  userName: 'cgagnon24',
  temporaryPassword: 'pommier24',
  code: '482 913',
};

function holds(secret: string): string {
  const features = readSecret(secret, card);
  if (features === null) return 'empty';
  const parts = (['name', 'year', 'common', 'temporary', 'code'] as const).filter((part) => features[part]);
  return [features.length, ...parts].join(' ');
}

describe('the user name field', () => {
  it.each([
    ['cgagnon24', 'card'],
    [' CGagnon24 ', 'card'],
    ['camille@boreal.example', 'email'],
    ['quelqu.un@ailleurs.example', 'email'],
    ['Camille Gagnon', 'name'],
    ['gagnon', 'name'],
    ['pommier24', 'password'],
    ['482913', 'code'],
    ['', 'empty'],
    ['allo', 'other'],
    ['c', 'other'],
  ])('%j is read as %s', (text, expected) => {
    expect(readUserName(text, card)).toBe(expected);
  });
});

describe('the password and code fields', () => {
  it.each([
    ['pommier24', 'card'],
    [' pommier24 ', 'card'],
    ['Pommier24', 'other'],
    ['cgagnon24', 'user-name'],
    ['482 913', 'code'],
    ['', 'empty'],
  ])('password %j is read as %s', (text, expected) => {
    expect(readPassword(text, card)).toBe(expected);
  });

  it.each([
    ['482913', 'received'],
    ['482 913', 'received'],
    ['482-913', 'received'],
    ['482914', 'other'],
    ['code 482913', 'other'],
    ['pommier24', 'password'],
    [' ', 'empty'],
  ])('code %j is read as %s', (text, expected) => {
    expect(readCode(text, card)).toBe(expected);
  });
});

describe('a new password', () => {
  it.each([
    ['', 'empty'],
    ['tortue lampe orage', '16-and-more'],
    ['tortue7lampe', '12-to-15'],
    ['Camille1994', '8-to-11 name year'],
    ['ma-lampe-de-gagnon', '16-and-more name'],
    ['été à la plage 1994', '16-and-more year'],
    ['motdepasse123', '12-to-15 common'],
    ['M0tdep@sse!!', '12-to-15 common'],
    ['azertyuiop', '8-to-11 common'],
    ['123456789012', '12-to-15 common'],
    ['aaaaaaaaaaaa', '12-to-15 common'],
    ['soleilsoleil', '12-to-15 common'],
    ['password', '8-to-11 common'],
    ['bonjour', 'under-8 common'],
    ['pommier24', '8-to-11 temporary'],
    ['Pommier24!!!!', '12-to-15 temporary'],
    ['482 913 482 913', '12-to-15 code'],
    ['soleil sur la riviere', '16-and-more'],
  ])('%j meets the rules: %s', (secret, expected) => {
    expect(holds(secret)).toBe(expected);
  });

  it('is described by features alone, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (secret) => {
        const features = readSecret(secret, card);
        expect(
          Object.values(features ?? {}).every((value) => typeof value !== 'string' || isClass(value)),
        ).toBe(true);
      }),
    );
  });
});

function isClass(value: string): boolean {
  return ['under-8', '8-to-11', '12-to-15', '16-and-more'].includes(value);
}

const secret: SecretFeatures = {
  version: 1,
  length: '16-and-more',
  name: false,
  year: false,
  common: false,
  temporary: false,
  code: false,
};
const signIn: SignInAction = { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' };
const setPassword: SignInAction = { app: 'sign-in', type: 'set-password', secret, again: 'same' };
const enterCode: SignInAction = { app: 'sign-in', type: 'enter-code', code: 'received' };
const signOut: SignInAction = { app: 'sign-in', type: 'sign-out' };
const undo: WorldAction = { app: 'desk', type: 'undo' };

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function stage(...actions: readonly WorldAction[]): string | undefined {
  return after(...actions).apps['sign-in']?.stage;
}

describe('the pages', () => {
  it('follow one another, and undo goes back through them', () => {
    expect(stage()).toBe('sign-in');
    expect(stage(signIn)).toBe('new-password');
    expect(stage(signIn, setPassword)).toBe('code');
    expect(stage(signIn, { app: 'sign-in', type: 'choose-card', cardId: 'k3' })).toBe('code');
    expect(stage(signIn, setPassword, enterCode)).toBe('open');
    expect(stage(signIn, setPassword, enterCode, signOut)).toBe('closed');
    expect(stage(signIn, setPassword, enterCode, signOut, undo)).toBe('open');
    expect(stage(signIn, setPassword, undo, undo)).toBe('sign-in');
  });

  it.each([
    ['an empty box', [{ ...signIn, userName: 'empty' }], 'empty'],
    ['another user name', [{ ...signIn, userName: 'email' }], 'no-match'],
    ['another password', [{ ...signIn, password: 'other' }], 'no-match'],
    ['no new password', [signIn, { ...setPassword, secret: null }], 'empty'],
    ['two passwords', [signIn, { ...setPassword, again: 'different' }], 'different'],
    ['another code', [signIn, setPassword, { ...enterCode, code: 'other' }], 'no-match'],
  ] as const)('stay the same and give the reason: %s', (_name, actions, problem) => {
    const state = after(...actions);
    expect(state.apps['sign-in']?.problem).toBe(problem);
    const again = after(...actions, actions[actions.length - 1] ?? signIn);
    expect(again.past).toHaveLength(state.past.length);
  });

  it('can clear « Garder ma session ouverte » and set it again', () => {
    expect(after().apps['sign-in']?.keep).toBe(true);
    expect(after({ app: 'sign-in', type: 'keep', on: false }).apps['sign-in']?.keep).toBe(false);
    expect(after({ app: 'sign-in', type: 'keep', on: true }).past).toHaveLength(0);
  });

  it.each([
    ['a code before the password', [signIn], enterCode],
    ['a password before signing in', [], setPassword],
    ['signing out of nothing', [], signOut],
    ['signing in twice', [signIn], signIn],
  ] as const)('refuse %s', (_name, before, action) => {
    const next = step(world, after(...before), action, { epoch: 1, actionSeq: 9 });
    expect(next).toEqual({ ok: false, code: 'sign-in.not-now' });
  });

  it('refuse a card that does not exist', () => {
    const next = step(
      world,
      after(signIn),
      { app: 'sign-in', type: 'choose-card', cardId: 'k9' },
      { epoch: 1, actionSeq: 9 },
    );
    expect(next).toEqual({ ok: false, code: 'world.unknown-target' });
  });
});
