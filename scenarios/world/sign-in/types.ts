import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface SignInWorld {
  readonly place: TextKey;
  readonly shared: TextKey;
  readonly card: IdentityCard;
  readonly code: TextKey;
  /** For people who would rather not type a password. */
  readonly passwordCards: readonly { readonly id: string; readonly text: TextKey }[];
  readonly welcome: TextKey;
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

/** Reveals nothing of the password itself. */
export interface SecretFeatures {
  /** Version of the reader (secrets.ts) that made the features. */
  readonly version: 1;
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
  readonly problem: 'empty' | 'no-match' | 'different' | null;
  readonly chosen: ChosenPassword | null;
}

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
  | { readonly app: 'sign-in'; readonly type: 'sign-out' };

export type SignInRefusal = WorldRefusal | 'sign-in.not-now';
