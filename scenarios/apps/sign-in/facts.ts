import type { AppFacts } from '../../kit/app.ts';
import { atAnyTime, atEnd, factType, type ObservedScene } from '../../kit/observed.ts';
import type { SignInAction, SignInState } from '../../world/sign-in/types.ts';

interface SignInFacts {
  readonly stage: string;
  readonly keep: boolean;
  readonly way: string;
  readonly card: string;
  readonly length: string;
  readonly guesses: string;
  readonly holds: readonly string[];
  readonly userNames: readonly string[];
  readonly passwords: readonly string[];
  readonly codes: readonly string[];
}

const signInType = factType<SignInFacts>('SignIn', {
  stage: atEnd(
    'string',
    'Où en est la personne : `sign-in`, `new-password`, `code`, `open`, `closed`; vide sans cette application.',
    'How far the person is: `sign-in`, `new-password`, `code`, `open`, `closed`; empty without the app.',
  ),
  keep: atEnd('bool', '« Garder ma session ouverte » est coché.', '“Stay signed in” is checked.'),
  way: atEnd(
    'string',
    'Comment le mot de passe est fait : `typed`, `card`, ou vide s’il n’y en a pas.',
    'How the new password was made: `typed`, `card`, or empty if there is none.',
  ),
  card: atEnd('string', 'La carte choisie; vide sans carte.', 'The card chosen; empty without one.'),
  length: atEnd(
    'string',
    'Longueur d’un mot de passe écrit : `under-8`, `8-to-11`, `12-to-15`, `16-and-more`.',
    'Length of a typed password: `under-8`, `8-to-11`, `12-to-15`, `16-and-more`.',
  ),
  guesses: atEnd(
    'string',
    'Essais qu’il faudrait pour deviner un mot de passe écrit, en puissances de 10 : `under-6`, `6-to-8`, `8-to-10`, `10-and-more`; `unknown` si l’estimation n’a pas pu se faire; vide sans `estimate`.',
    'Guesses that a typed password would take, in powers of 10: `under-6`, `6-to-8`, `8-to-10`, `10-and-more`; `unknown` if it could not be estimated; empty without `estimate`.',
  ),
  holds: atEnd(
    'list<string>',
    'Ce que contient un mot de passe écrit : `name`, `year`, `common`, `temporary`, `code`.',
    'What a typed password holds: `name`, `year`, `common`, `temporary`, `code`.',
  ),
  userNames: atAnyTime(
    'list<string>',
    'Ce qui était dans la case du nom d’utilisateur, à chaque fois.',
    'What was in the box of the user name, at each try.',
  ),
  passwords: atAnyTime(
    'list<string>',
    'Ce qui était dans la case du mot de passe temporaire, à chaque fois.',
    'What was in the box of the temporary password, at each try.',
  ),
  codes: atAnyTime(
    'list<string>',
    'Ce qui était dans la case du code, à chaque fois.',
    'What was in the box of the code, at each try.',
  ),
});

const parts = ['name', 'year', 'common', 'temporary', 'code'] as const;

function collect({ state, actions }: ObservedScene): SignInFacts {
  const signIn = state.apps['sign-in'];
  const done = actions.flatMap(({ action }) => (action.app === 'sign-in' ? [action] : []));
  return signInType.make({
    stage: signIn?.stage ?? '',
    keep: signIn?.keep ?? false,
    ...passwordFacts(signIn?.chosen ?? null),
    ...tries(done),
  });
}

function passwordFacts(
  chosen: SignInState['chosen'],
): Pick<SignInFacts, 'way' | 'card' | 'length' | 'guesses' | 'holds'> {
  const none = { way: '', card: '', length: '', guesses: '', holds: [] };
  if (chosen === null) return none;
  if (chosen.way === 'card') return { ...none, way: 'card', card: chosen.cardId };
  const { secret } = chosen;
  return {
    ...none,
    way: 'typed',
    length: secret.length,
    guesses: secret.version === 2 ? secret.guesses : '',
    holds: parts.filter((part) => secret[part]),
  };
}

function tries(done: readonly SignInAction[]): Pick<SignInFacts, 'userNames' | 'passwords' | 'codes'> {
  return {
    userNames: done.flatMap((action) => (action.type === 'sign-in' ? [action.userName] : [])),
    passwords: done.flatMap((action) => (action.type === 'sign-in' ? [action.password] : [])),
    codes: done.flatMap((action) => (action.type === 'enter-code' ? [action.code] : [])),
  };
}

export const signInFacts = { name: 'signIn', types: [signInType], of: collect } as const satisfies AppFacts;
