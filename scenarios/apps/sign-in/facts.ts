/** What signing in came to, in the words that rules are written in. */
import { factClass, type FactType, type ObservedScene } from '../../kit/observed.ts';
import type { SignInAction, SignInState } from '../../world/sign-in/types.ts';

export interface SignInFacts {
  /** Where the person stands at the end: `sign-in`, `new-password`, `code`, `open`, `closed`; empty without the app. */
  readonly stage: string;
  /** Whether « Rester connecté » is ticked at the end. */
  readonly keep: boolean;
  /** How the new password was made: `typed`, `card`, or empty where there is none. */
  readonly way: string;
  /** The card chosen; empty where none was. */
  readonly card: string;
  /** Length class of a typed password: `under-8`, `8-to-11`, `12-to-15`, `16-and-more`. */
  readonly length: string;
  /** What a typed password holds: `name`, `year`, `common`, `temporary`, `code`. */
  readonly holds: readonly string[];
  /** What stood in the box of the user name at each try, undone or not. */
  readonly userNames: readonly string[];
  /** What stood in the box of the temporary password at each try. */
  readonly passwords: readonly string[];
  /** What stood in the box of the code at each try. */
  readonly codes: readonly string[];
}

export const SignInFacts = factClass<SignInFacts>();

/** `signIn` in rules. */
export const signInFactTypes: readonly FactType[] = [
  {
    name: 'SignIn',
    ctor: SignInFacts,
    fields: {
      stage: 'string',
      keep: 'bool',
      way: 'string',
      card: 'string',
      length: 'string',
      holds: 'list<string>',
      userNames: 'list<string>',
      passwords: 'list<string>',
      codes: 'list<string>',
    },
  },
];

const parts = ['name', 'year', 'common', 'temporary', 'code'] as const;

/** Facts of the sign-in pages; empty where the scene has none. */
export function signInFacts({ state, actions }: ObservedScene): SignInFacts {
  const signIn = state.apps['sign-in'];
  const done = actions.flatMap(({ action }) => (action.app === 'sign-in' ? [action] : []));
  return new SignInFacts({
    stage: signIn?.stage ?? '',
    keep: signIn?.keep ?? false,
    ...passwordFacts(signIn?.chosen ?? null),
    ...tries(done),
  });
}

function passwordFacts(
  chosen: SignInState['chosen'],
): Pick<SignInFacts, 'way' | 'card' | 'length' | 'holds'> {
  if (chosen === null) return { way: '', card: '', length: '', holds: [] };
  if (chosen.way === 'card') return { way: 'card', card: chosen.cardId, length: '', holds: [] };
  const { secret } = chosen;
  return { way: 'typed', card: '', length: secret.length, holds: parts.filter((part) => secret[part]) };
}

function tries(done: readonly SignInAction[]): Pick<SignInFacts, 'userNames' | 'passwords' | 'codes'> {
  return {
    userNames: done.flatMap((action) => (action.type === 'sign-in' ? [action.userName] : [])),
    passwords: done.flatMap((action) => (action.type === 'sign-in' ? [action.password] : [])),
    codes: done.flatMap((action) => (action.type === 'enter-code' ? [action.code] : [])),
  };
}
