import type {
  CodeReading,
  PasswordReading,
  SecretFeatures,
  SignInAction,
  SignInState,
  SignInWorld,
  UserNameReading,
} from './types.ts';

const userNames: readonly UserNameReading[] = ['empty', 'card', 'email', 'name', 'password', 'code', 'other'];
const passwords: readonly PasswordReading[] = ['empty', 'card', 'user-name', 'code', 'other'];
const codes: readonly CodeReading[] = ['empty', 'received', 'password', 'other'];

const longSecret: SecretFeatures = {
  version: 1,
  length: '16-and-more',
  name: false,
  year: false,
  common: false,
  temporary: false,
  code: false,
};
const secrets: readonly (SecretFeatures | null)[] = [
  null,
  longSecret,
  { ...longSecret, length: 'under-8', name: true, year: true, common: true },
  { ...longSecret, length: '8-to-11', temporary: true, code: true },
];

export function signInActs(world: SignInWorld, state: SignInState): readonly SignInAction[] {
  return [
    { app: 'sign-in', type: 'copy', what: 'user-name' },
    { app: 'sign-in', type: 'copy', what: 'password' },
    ...stageActs(world, state),
  ];
}

function stageActs({ passwordCards }: SignInWorld, { stage, keep }: SignInState): readonly SignInAction[] {
  switch (stage) {
    case 'sign-in':
      return [
        { app: 'sign-in', type: 'keep', on: !keep },
        ...userNames.flatMap((userName) =>
          passwords.map((password): SignInAction => ({
            app: 'sign-in',
            type: 'sign-in',
            userName,
            password,
          })),
        ),
      ];
    case 'new-password':
      return [
        ...secrets.flatMap((secret) =>
          (['same', 'different'] as const).map((again): SignInAction => ({
            app: 'sign-in',
            type: 'set-password',
            secret,
            again,
          })),
        ),
        ...passwordCards.map(({ id }): SignInAction => ({ app: 'sign-in', type: 'choose-card', cardId: id })),
      ];
    case 'code':
      return codes.map((code) => ({ app: 'sign-in', type: 'enter-code', code }));
    case 'open':
      return [{ app: 'sign-in', type: 'sign-out' }];
    case 'closed':
      return [];
  }
}
