import type {
  CodeReading,
  NumberReading,
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

const numbers: readonly NumberReading[] = ['empty', 'shown', 'other'];

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
const estimated: readonly (SecretFeatures | null)[] = [
  null,
  { ...longSecret, version: 2, guesses: '10-and-more' },
  { ...longSecret, version: 2, guesses: 'under-6' },
  { ...longSecret, version: 2, guesses: '6-to-8', length: 'under-8', name: true, year: true, common: true },
];

export function signInActs(world: SignInWorld, state: SignInState): readonly SignInAction[] {
  return [
    { app: 'sign-in', type: 'copy', what: 'user-name' },
    { app: 'sign-in', type: 'copy', what: 'password' },
    ...stageActs(world, state),
  ];
}

function stageActs(world: SignInWorld, state: SignInState): readonly SignInAction[] {
  const { stage, keep } = state;
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
        ...(world.estimate ? estimated : secrets).flatMap((secret) =>
          (['same', 'different'] as const).map((again): SignInAction => ({
            app: 'sign-in',
            type: 'set-password',
            secret,
            again,
          })),
        ),
        ...world.passwordCards.map(({ id }): SignInAction => ({
          app: 'sign-in',
          type: 'choose-card',
          cardId: id,
        })),
      ];
    case 'code':
      return secondStepActs(world, state);
    case 'open':
      return [{ app: 'sign-in', type: 'sign-out' }];
    case 'closed':
      return [];
  }
}

function secondStepActs({ push }: SignInWorld, { second }: SignInState): readonly SignInAction[] {
  const entered =
    second === 'push'
      ? [
          ...numbers.map((matches): SignInAction => ({ app: 'sign-in', type: 'approve', matches })),
          { app: 'sign-in', type: 'deny' } as const,
        ]
      : codes.map((code): SignInAction => ({ app: 'sign-in', type: 'enter-code', code }));
  if (push === undefined) return entered;
  return [...entered, { app: 'sign-in', type: 'second-step', by: second === 'push' ? 'code' : 'push' }];
}
