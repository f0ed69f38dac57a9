/** Actions never contain what was typed. */
import type { SignInAction } from '../../scenarios/world/sign-in/types.ts';
import type { AppStatements } from './declare.ts';

type SetPassword = Extract<SignInAction, { type: 'set-password' }>;

const keepSignedIn = {
  view: 'keep-signed-in',
  name: { en: 'Stay signed in', fr: 'Rester connecté' },
} as const;

export const signIn: AppStatements<SignInAction> = {
  name: { en: 'Sign-in', fr: 'Connexion' },
  actions: {
    copy: {
      verb: 'copied',
      tier: 2,
      object: { kind: 'card-field', type: 'cardField', id: ({ what }) => what },
    },
    keep: {
      either: ({ on }) => on,
      yes: { verb: 'selected', tier: 2, object: keepSignedIn },
      no: { verb: 'deselected', tier: 2, object: keepSignedIn },
    },
    'sign-in': {
      verb: 'authenticated',
      tier: 2,
      object: { view: 'sign-in-form', name: { en: 'Sign-in page', fr: 'Page de connexion' } },
      extensions: {
        entered: ({ userName, password }) => [`user-name-${userName}`, `password-${password}`],
      },
    },
    'set-password': {
      verb: 'edited',
      tier: 2,
      object: { view: 'new-password', name: { en: 'New password', fr: 'Nouveau mot de passe' } },
      extensions: { entered: enteredSecret },
    },
    'choose-card': {
      verb: 'selected',
      tier: 2,
      object: { kind: 'password-card', type: 'phrase', id: ({ cardId }) => cardId },
    },
    'enter-code': {
      verb: 'authenticated',
      tier: 2,
      object: { view: 'code-form', name: { en: 'Code page', fr: 'Page du code' } },
      extensions: { entered: ({ code }) => [`code-${code}`] },
    },
    'sign-out': {
      verb: 'left',
      tier: 2,
      object: { view: 'session', name: { en: 'Open session', fr: 'Session ouverte' } },
    },
  },
};

function enteredSecret({ secret, again }: SetPassword): string[] {
  if (secret === null) return ['empty'];
  const holds = (['name', 'year', 'common', 'temporary', 'code'] as const).filter((part) => secret[part]);
  return [`length-${secret.length}`, `again-${again}`, ...holds];
}
