/**
 * A press beside the target is only stored as a miss. The step « Annuler » needs an undo that really brings the
 * note back.
 */
import type { Step } from '../base.ts';
import { stepOnPage } from './shown.ts';
import type { PracticeAction, PracticeRefusal, PracticeState, PracticeStep, PracticeWorld } from './types.ts';

export function startPractice(): PracticeState {
  return { outcomes: {}, isOpen: false, isErased: false, misses: {} };
}

export function reducePractice(
  world: PracticeWorld,
  state: PracticeState,
  action: PracticeAction,
): Step<PracticeState, PracticeRefusal> {
  const step = stepOnPage(world, state);
  if (step?.id !== action.stepId) return notNow;
  switch (action.type) {
    case 'press':
      return press(state, step, action.thingId);
    case 'miss':
      return step.kind === 'use' ? notNow : accept(miss(state, step));
    case 'go-on':
      return step.kind === 'open' && state.isOpen ? accept(finish(state, step, 'done')) : notNow;
    case 'enter':
      if (step.kind !== 'type') return notNow;
      return accept(action.reading === 'word' ? finish(state, step, 'done') : miss(state, step));
    case 'seen':
      return state.back === step.id ? accept(finish(state, step, 'done')) : notNow;
    case 'erase':
      if (step.kind !== 'undo' || state.back === step.id) return notNow;
      return accept(state.isErased ? state : { ...state, isErased: true });
    case 'use':
      return step.kind === 'use' && step.tool === action.tool ? accept(finish(state, step, 'done')) : notNow;
    case 'instead':
      if (step.kind !== 'use' || step.instead === undefined) return notNow;
      return accept(finish(state, step, 'done'));
    case 'pass':
      return accept(finish(state, step, 'passed'));
  }
}

/** Only misses changed: a person sees nothing that « Annuler » could take back. */
export function isOnlyNoted(before: PracticeState, after: PracticeState): boolean {
  return (
    before.outcomes === after.outcomes &&
    before.isOpen === after.isOpen &&
    before.isErased === after.isErased &&
    before.back === after.back
  );
}

/** Misses survive an undo; bringing the erased note back completes its step, or shows the note once more. */
export function undonePractice(
  world: PracticeWorld,
  before: PracticeState,
  undone: PracticeState,
): PracticeState {
  const back = { ...before, misses: undone.misses };
  const step = stepOnPage(world, undone);
  const isBroughtBack =
    step?.kind === 'undo' && undone.isErased && !before.isErased && before.outcomes === undone.outcomes;
  if (!isBroughtBack) return back;
  return step.back === undefined ? finish(back, step, 'done') : { ...back, back: step.id };
}

function press(
  state: PracticeState,
  step: PracticeStep,
  thingId: string,
): Step<PracticeState, PracticeRefusal> {
  switch (step.kind) {
    case 'point':
      if (!step.things.some(({ id }) => id === thingId)) return unknown;
      return accept(thingId === step.target ? finish(state, step, 'done') : miss(state, step));
    case 'scroll':
      return thingId === step.found.id ? accept(finish(state, step, 'done')) : unknown;
    case 'open':
      if (!step.letters.some(({ id }) => id === thingId)) return unknown;
      if (state.isOpen) return notNow;
      return accept(thingId === step.target ? { ...state, isOpen: true } : miss(state, step));
    case 'type':
    case 'undo':
    case 'use':
      return notNow;
  }
}

function finish(state: PracticeState, { id }: PracticeStep, outcome: 'done' | 'passed'): PracticeState {
  return { ...state, outcomes: { ...state.outcomes, [id]: outcome }, isOpen: false, isErased: false };
}

function miss(state: PracticeState, { id }: PracticeStep): PracticeState {
  return { ...state, misses: { ...state.misses, [id]: (state.misses[id] ?? 0) + 1 } };
}

const notNow = { ok: false, code: 'practice.not-now' } as const;
const unknown = { ok: false, code: 'world.unknown-target' } as const;

function accept(state: PracticeState): Step<PracticeState, PracticeRefusal> {
  return { ok: true, state };
}
