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
  #missesBefore = 0;

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

  /** In the part of the step that is shown. */
  get missesNow(): number {
    return this.step === undefined
      ? 0
      : this.missesOf(this.step.id) - (this.practice.isErased ? this.#missesBefore : 0);
  }

  do(action: Bare<PracticeAction>): void {
    if (action.type === 'erase') this.#missesBefore = this.missesOf(action.stepId);
    const { outcomes } = this.practice;
    this.perform({ app: 'practice', ...action });
    if (this.practice.outcomes !== outcomes) {
      this.say(action.type === 'pass' ? t('said.passed') : t('said.done'));
    }
  }
}

export function spotOf(stepId: string): string {
  return `practice:step:${stepId}`;
}

export const [getPracticeView, setPracticeView] = createContext<PracticeView>();
