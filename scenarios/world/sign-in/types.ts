/** Signing in,: types of its world, state and actions. */
import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface SignInWorld {
  /** Whose computer it is, e.g. « Ateliers Boréal ». */
  readonly place: TextKey;
  /** Who else uses this computer. */
  readonly shared: TextKey;
  readonly card: IdentityCard;
  /** The code that the phone received. */
  readonly code: TextKey;
  /** Passwords to choose among, for people who would rather not type one. */
  readonly passwordCards: readonly { readonly id: string; readonly text: TextKey }[];
  /** What the open session says first. */
  readonly welcome: TextKey;
}

/** What the person was given on paper. The words are the scenario's, never the person's own. */
interface IdentityCard {
  readonly from: CastId;
  readonly note: TextKey;
  readonly name: TextKey;
  readonly birthYear: TextKey;
  readonly email: TextKey;
  readonly userName: TextKey;
  readonly temporaryPassword: TextKey;
}

/** What the box of the user name held, as far as the card knows it. */
export type UserNameReading = 'empty' | 'card' | 'email' | 'name' | 'password' | 'code' | 'other';

/** What the box of the temporary password held. */
export type PasswordReading = 'empty' | 'card' | 'user-name' | 'code' | 'other';

/** What the box of the code held. */
export type CodeReading = 'empty' | 'received' | 'password' | 'other';

/** A new password as features; they reveal nothing of the password itself. */
export interface SecretFeatures {
  /** Version of the reader that made them. */
  readonly version: 1;
  readonly length: 'under-8' | '8-to-11' | '12-to-15' | '16-and-more';
  /** Holds a name or the user name of the card. */
  readonly name: boolean;
  /** Holds the birth year of the card. */
  readonly year: boolean;
  /** Is one of the usual passwords, a row of keys, or one thing repeated. */
  readonly common: boolean;
  /** Holds the temporary password. */
  readonly temporary: boolean;
  /** Holds the code that the phone received. */
  readonly code: boolean;
}

export interface SignInState {
  readonly stage: 'sign-in' | 'new-password' | 'code' | 'open' | 'closed';
  /** « Rester connecté ». */
  readonly keep: boolean;
  /** What was copied from the card last. */
  readonly copied: 'user-name' | 'password' | null;
  /** What the screen says about the last try. */
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
      /** Whether the second box holds the same. */
      readonly again: 'same' | 'different';
    }
  | { readonly app: 'sign-in'; readonly type: 'choose-card'; readonly cardId: string }
  | { readonly app: 'sign-in'; readonly type: 'enter-code'; readonly code: CodeReading }
  | { readonly app: 'sign-in'; readonly type: 'sign-out' };

export type SignInRefusal = WorldRefusal | 'sign-in.not-now';
