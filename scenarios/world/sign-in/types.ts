import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface SignInWorld {
  readonly place: TextKey;
  readonly shared: TextKey;
  readonly card: IdentityCard;
  readonly code: TextKey;
  /** For people who would rather not type a password. */
  readonly passwordCards: readonly { readonly id: string; readonly text: TextKey }[];
  readonly welcome: TextKey;
  /** Absent: the code counts in digits, spaces and hyphens only. */
  readonly spelling?: 'any';
  /** Also judges a typed password by the guesses that it would take. Absent: by its parts alone. */
  readonly estimate?: true;
  /** Offers approval on the phone in place of the code. */
  readonly push?: { readonly number: TextKey };
}

/** Given on paper. The scenario's words, never the person's own. */
interface IdentityCard {
  readonly from: CastId;
  readonly note: TextKey;
  readonly name: TextKey;
  readonly birthYear: TextKey;
  readonly email: TextKey;
  readonly userName: TextKey;
  readonly temporaryPassword: TextKey;
}

/** The user name box, as far as the card knows it. */
export type UserNameReading = 'empty' | 'card' | 'email' | 'name' | 'password' | 'code' | 'other';

export type PasswordReading = 'empty' | 'card' | 'user-name' | 'code' | 'other';

export type CodeReading = 'empty' | 'received' | 'password' | 'other';

/** The number that the phone asks for, as far as the computer shows it. */
export type NumberReading = 'empty' | 'shown' | 'other';

/** Guesses that a password would take, in powers of ten; unknown if the estimator could not be loaded. */
export type Guesses = 'unknown' | 'under-6' | '6-to-8' | '8-to-10' | '10-and-more';

/** Reveals nothing of the password itself. The version is that of the reader (secrets.ts). */
export type SecretFeatures =
  | (SecretParts & { readonly version: 1 })
  | (SecretParts & { readonly version: 2; readonly guesses: Guesses });

interface SecretParts {
  readonly length: 'under-8' | '8-to-11' | '12-to-15' | '16-and-more';
  /** Holds a name or the user name of the card. */
  readonly name: boolean;
  readonly year: boolean;
  readonly common: boolean;
  readonly temporary: boolean;
  /** Holds the code that the phone received. */
  readonly code: boolean;
}

export interface SignInState {
  readonly stage: 'sign-in' | 'new-password' | 'code' | 'open' | 'closed';
  readonly keep: boolean;
  readonly copied: 'user-name' | 'password' | null;
  readonly problem: 'empty' | 'no-match' | 'different' | 'denied' | null;
  /** How the second step is taken; absent if the world has one way only. */
  readonly second?: SecondStep;
  readonly chosen: ChosenPassword | null;
}

type SecondStep = 'code' | 'push';

type ChosenPassword =
  | { readonly way: 'typed'; readonly secret: SecretFeatures }
  | { readonly way: 'card'; readonly cardId: string };

export type SignInAction =
  | { readonly app: 'sign-in'; readonly type: 'copy'; readonly what: 'user-name' | 'password' }
  | { readonly app: 'sign-in'; readonly type: 'keep'; readonly on: boolean }
  | {
      readonly app: 'sign-in';
      readonly type: 'sign-in';
      readonly userName: UserNameReading;
      readonly password: PasswordReading;
    }
  | {
      readonly app: 'sign-in';
      readonly type: 'set-password';
      readonly secret: SecretFeatures | null;
      readonly again: 'same' | 'different';
    }
  | { readonly app: 'sign-in'; readonly type: 'choose-card'; readonly cardId: string }
  | { readonly app: 'sign-in'; readonly type: 'enter-code'; readonly code: CodeReading }
  | { readonly app: 'sign-in'; readonly type: 'second-step'; readonly by: SecondStep }
  | { readonly app: 'sign-in'; readonly type: 'approve'; readonly matches: NumberReading }
  | { readonly app: 'sign-in'; readonly type: 'deny' }
  | { readonly app: 'sign-in'; readonly type: 'sign-out' };

export type SignInRefusal = WorldRefusal | 'sign-in.not-now';
