import type { WorldApp } from '../app.ts';
import { signInActs } from './acts.ts';
import { reduceSignIn, startSignIn } from './sign-in.ts';
import type { SignInAction, SignInRefusal, SignInState, SignInWorld } from './types.ts';

export const signIn: WorldApp<SignInWorld, SignInState, SignInAction, SignInRefusal> = {
  start: startSignIn,
  reduce: reduceSignIn,
  acts: signInActs,
};
