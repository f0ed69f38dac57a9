import { createContext } from 'svelte';
import type { CardWords } from '../../../../scenarios/world/sign-in/secrets.ts';
import type { SignInAction, SignInState, SignInWorld } from '../../../../scenarios/world/sign-in/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { getBoxes, type SecretBoxes } from './secret-boxes.svelte.ts';
import { t } from './sign-in-texts.ts';

export class SignInView extends AppView {
  get signInWorld(): SignInWorld {
    return this.need('sign-in pages', this.world['sign-in']);
  }

  get signIn(): SignInState {
    return this.need('sign-in pages', this.scene.apps['sign-in']);
  }

  get boxes(): SecretBoxes {
    return getBoxes(this.world);
  }

  /** Of the world's problem, what still holds: boxes that an undo or typing changed are not judged yet. */
  get problem(): SignInState['problem'] {
    const { problem } = this.signIn;
    return problem === 'denied' || problem === this.boxes.problem ? problem : null;
  }

  get cardWords(): CardWords {
    const { card, code } = this.signInWorld;
    return {
      name: this.text(card.name),
      birthYear: this.text(card.birthYear),
      email: this.text(card.email),
      userName: this.text(card.userName),
      temporaryPassword: this.text(card.temporaryPassword),
      code: this.text(code),
    };
  }

  /** What « Coller » would paste; null if nothing was copied. */
  get copied(): string | null {
    const { stage, copied } = this.signIn;
    const fromPhone = this.scene.apps.phone?.copied ?? null;
    if (stage === 'code' && fromPhone !== null) return this.cardWords.code;
    if (copied === null) return null;
    return copied === 'user-name' ? this.cardWords.userName : this.cardWords.temporaryPassword;
  }

  /** The number that the phone must be told; null if the second step is the code. */
  get shownNumber(): string | null {
    const { push } = this.signInWorld;
    return push === undefined || this.signIn.second !== 'push' ? null : this.text(push.number);
  }

  submit(action: SignInAction): void {
    const { stage } = this.signIn;
    this.perform(action);
    if (this.signIn.stage !== stage) this.boxes.forget();
    else this.boxes.problem = this.signIn.problem;
  }

  copyFromCard(what: 'user-name' | 'password'): void {
    const { userName, temporaryPassword } = this.cardWords;
    const text = what === 'user-name' ? userName : temporaryPassword;
    void this.copy(text, { app: 'sign-in', type: 'copy', what }, t('said.copied'));
  }
}

export const [getSignInView, setSignInView] = createContext<SignInView>();
