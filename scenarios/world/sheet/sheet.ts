import type { ActionRef, Step } from '../base.ts';
import { HEAD, cellKey, contentOf, hasCell, sameContent } from './cells.ts';
import { findFormula } from './formula-text.ts';
import { isCanonicalNumber } from './numbers.ts';
import { sortSheet } from './sort.ts';
import { findSum } from './sum.ts';
import type { CellContent, CellPlace, SheetAction, SheetRefusal, SheetState, SheetWorld } from './types.ts';

export function startSheet(world: SheetWorld): SheetState {
  return { order: world.rows.map(({ id }) => id), changed: {}, flags: [], answers: {} };
}

export function reduceSheet(
  world: SheetWorld,
  state: SheetState,
  action: SheetAction,
  ref: ActionRef,
): Step<SheetState, SheetRefusal> {
  switch (action.type) {
    case 'enter-number':
      if (!isCanonicalNumber(action.number)) return refuse('sheet.not-canonical');
      return put(world, state, action, { number: action.number });
    case 'enter-formula':
      if (findFormula(action.formula) === undefined) return refuse('sheet.not-canonical');
      return put(world, state, action, { formula: action.formula });
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return put(world, state, action, { typed: action.typed, by: refOf(ref) });
    case 'clear':
      return put(world, state, action, null);
    case 'sum': {
      const sum = findSum(world, state, action);
      return sum === undefined ? refuse('sheet.nothing-to-sum') : put(world, state, sum.place, sum.content);
    }
    case 'sort':
      if (!world.columns.some(({ id }) => id === action.column)) return refuse('world.unknown-target');
      return accept(sortSheet(world, state, action));
    case 'flag':
    case 'unflag':
      return mark(state, action.row, action.type === 'flag');
    case 'answer':
      return answer(world, state, action.questionId, action.choice);
  }
}

function put(
  world: SheetWorld,
  state: SheetState,
  { row, column }: CellPlace,
  content: CellContent | null,
): Step<SheetState, SheetRefusal> {
  const place = { row, column };
  if (!hasCell(world, place)) return refuse('world.unknown-target');
  // An unchanged title holds no content, yet is not empty.
  const isWhole = row === HEAD && state.changed[cellKey(place)] === undefined;
  if (!isWhole && sameContent(content, contentOf(world, state, place))) return accept(state);
  return accept({ ...state, changed: { ...state.changed, [cellKey(place)]: content } });
}

function mark(state: SheetState, row: string, flagged: boolean): Step<SheetState, SheetRefusal> {
  if (!state.order.includes(row)) return refuse('world.unknown-target');
  if (state.flags.includes(row) === flagged) return accept(state);
  const flags = flagged ? [...state.flags, row] : state.flags.filter((each) => each !== row);
  return accept({ ...state, flags });
}

function answer(
  world: SheetWorld,
  state: SheetState,
  questionId: string,
  choice: string,
): Step<SheetState, SheetRefusal> {
  const question = world.questions.find(({ id }) => id === questionId);
  if (question?.choices.includes(choice) !== true) return refuse('world.unknown-target');
  if (state.answers[questionId] === choice) return accept(state);
  return accept({ ...state, answers: { ...state.answers, [questionId]: choice } });
}

function refOf({ epoch, actionSeq }: ActionRef): ActionRef {
  return { epoch, actionSeq };
}

function accept(state: SheetState): Step<SheetState, SheetRefusal> {
  return { ok: true, state };
}

function refuse(code: SheetRefusal): Step<SheetState, SheetRefusal> {
  return { ok: false, code };
}
