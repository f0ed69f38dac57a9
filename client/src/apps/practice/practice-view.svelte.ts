import { createContext } from 'svelte';
import { stepOnPage } from '../../../../scenarios/world/practice/shown.ts';
import type {
  PracticeAction,
  PracticeState,
  PracticeStep,
  PracticeWorld,
} from '../../../../scenarios/world/practice/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { t } from './practice-texts.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class PracticeView extends AppView {
  get practiceWorld(): PracticeWorld {
    return this.need('practice page', this.world.practice);
  }

  get practice(): PracticeState {
    return this.need('practice page', this.scene.apps.practice);
  }

  get step(): PracticeStep | undefined {
    return stepOnPage(this.practiceWorld, this.practice);
  }

  isShown(stepId: string): boolean {
    return this.pointed === spotOf(stepId) || this.missesOf(stepId) > 0;
  }

  /** The note of the step « Annuler » is on the page again. */
  get isBack(): boolean {
    return this.step !== undefined && this.practice.back === this.step.id;
  }

  missesOf(stepId: string): number {
    return this.practice.misses[stepId] ?? 0;
  }

  do(action: Bare<PracticeAction>): void {
    const { outcomes } = this.practice;
    const misses = this.missesOf(action.stepId);
    this.perform({ app: 'practice', ...action });
    if (this.practice.outcomes !== outcomes) {
      this.say(action.type === 'pass' ? t('said.passed') : t('said.done'));
    } else if (this.missesOf(action.stepId) > misses) this.hint(this.#hintNow());
  }

  #hintNow(): string {
    if (this.step?.kind === 'type') return t('again.word', { word: this.text(this.step.word) });
    return this.practice.isErased ? t('again.undo') : t('again.press');
  }
}

export function spotOf(stepId: string): string {
  return `practice:step:${stepId}`;
}

export const [getPracticeView, setPracticeView] = createContext<PracticeView>();
