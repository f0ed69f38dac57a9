/** Actions never contain what was typed. */
import type { SignInAction } from '../../scenarios/world/sign-in/types.ts';
import { type AppStatements, thing, view } from './declare.ts';

type SetPassword = Extract<SignInAction, { type: 'set-password' }>;

const approval = view('approval', 'Approval on the phone', 'Approbation sur le téléphone');
const codeForm = view('code-form', 'Code page', 'Page du code');
const keepSignedIn = view('keep-signed-in', 'Stay signed in', 'Rester connecté');

export const signIn: AppStatements<SignInAction> = {
  name: { en: 'Sign-in', fr: 'Connexion' },
  actions: {
    copy: { verb: 'copied', tier: 2, object: thing('card-field', 'cardField', 'what') },
    keep: {
      either: ({ on }) => on,
      yes: { verb: 'selected', tier: 2, object: keepSignedIn },
      no: { verb: 'deselected', tier: 2, object: keepSignedIn },
    },
    'sign-in': {
      verb: 'authenticated',
      tier: 2,
      object: view('sign-in-form', 'Sign-in page', 'Page de connexion'),
      extensions: { entered: ({ userName, password }) => [`user-name-${userName}`, `password-${password}`] },
    },
    'set-password': {
      verb: 'edited',
      tier: 2,
      object: view('new-password', 'New password', 'Nouveau mot de passe'),
      extensions: { entered: enteredSecret },
    },
    'choose-card': { verb: 'selected', tier: 2, object: thing('password-card', 'phrase', 'cardId') },
    'enter-code': {
      verb: 'authenticated',
      tier: 2,
      object: codeForm,
      extensions: { entered: ({ code }) => [`code-${code}`] },
    },
    'second-step': {
      either: ({ by }) => by === 'push',
      yes: { verb: 'selected', tier: 2, object: approval },
      no: { verb: 'selected', tier: 2, object: codeForm },
    },
    approve: {
      verb: 'authenticated',
      tier: 2,
      object: approval,
      extensions: { entered: ({ matches }) => [`number-${matches}`] },
    },
    deny: { verb: 'denied', tier: 2, object: approval },
    'sign-out': { verb: 'left', tier: 2, object: view('session', 'Open session', 'Session ouverte') },
  },
};

function enteredSecret({ secret, again }: SetPassword): string[] {
  if (secret === null) return ['empty'];
  const holds = (['name', 'year', 'common', 'temporary', 'code'] as const).filter((part) => secret[part]);
  const guesses = secret.version === 2 ? [`guesses-${secret.guesses}`] : [];
  return [`length-${secret.length}`, `again-${again}`, ...guesses, ...holds];
}
