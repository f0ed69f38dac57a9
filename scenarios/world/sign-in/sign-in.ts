/** Gets only classes and features of what was typed; the text stays in the browser. */
import type { Step } from '../base.ts';
import type { SignInAction, SignInRefusal, SignInState, SignInWorld } from './types.ts';

/** « Rester connecté » is ticked, as on many computers. */
export function startSignIn({ push }: SignInWorld): SignInState {
  const start: SignInState = { stage: 'sign-in', keep: true, copied: null, problem: null, chosen: null };
  return push === undefined ? start : { ...start, second: 'code' };
}

/** Stage of each action; those missing are allowed at any time. */
const STAGE_OF = {
  keep: 'sign-in',
  'sign-in': 'sign-in',
  'set-password': 'new-password',
  'choose-card': 'new-password',
  'enter-code': 'code',
  'second-step': 'code',
  approve: 'code',
  deny: 'code',
  'sign-out': 'open',
} as const;

export function reduceSignIn(
  world: SignInWorld,
  state: SignInState,
  action: SignInAction,
): Step<SignInState, SignInRefusal> {
  if (action.type === 'copy') return accept(change(state, { copied: action.what }));
  if (STAGE_OF[action.type] !== state.stage) return { ok: false, code: 'sign-in.not-now' };
  switch (action.type) {
    case 'keep':
      return accept(change(state, { keep: action.on }));
    case 'sign-in':
      return accept(change(state, signIn(action)));
    case 'set-password':
      return accept(change(state, setPassword(action)));
    case 'choose-card': {
      const { cardId } = action;
      if (!world.passwordCards.some(({ id }) => id === cardId)) {
        return { ok: false, code: 'world.unknown-target' };
      }
      return accept({ ...state, stage: 'code', problem: null, chosen: { way: 'card', cardId } });
    }
    case 'enter-code':
    case 'second-step':
    case 'approve':
    case 'deny':
      return takeSecondStep(world, state, action);
    case 'sign-out':
      return accept({ ...state, stage: 'closed', problem: null });
  }
}

type Of<Type extends SignInAction['type']> = Extract<SignInAction, { type: Type }>;

function signIn({ userName, password }: Of<'sign-in'>): Partial<SignInState> {
  if (userName === 'empty' || password === 'empty') return { problem: 'empty' };
  if (userName !== 'card' || password !== 'card') return { problem: 'no-match' };
  return { stage: 'new-password', problem: null };
}

/** Takes any password typed twice alike: this page does not judge it. */
function setPassword({ secret, again }: Of<'set-password'>): Partial<SignInState> {
  if (secret === null) return { problem: 'empty' };
  if (again === 'different') return { problem: 'different' };
  return { stage: 'code', problem: null, chosen: { way: 'typed', secret } };
}

/** The code's page and the phone's request are never on screen together. */
function takeSecondStep(
  { push }: SignInWorld,
  state: SignInState,
  action: Of<'enter-code' | 'second-step' | 'approve' | 'deny'>,
): Step<SignInState, SignInRefusal> {
  if (action.type === 'second-step') {
    if (push === undefined) return { ok: false, code: 'world.unknown-target' };
    return accept(change(state, { second: action.by, problem: null }));
  }
  if ((state.second === 'push') === (action.type === 'enter-code')) {
    return { ok: false, code: 'world.not-on-screen' };
  }
  switch (action.type) {
    case 'enter-code':
      return accept(change(state, enterCode(action)));
    case 'approve':
      return accept(change(state, approve(action)));
    case 'deny':
      return accept(change(state, { second: 'code', problem: 'denied' }));
  }
}

function approve({ matches }: Of<'approve'>): Partial<SignInState> {
  if (matches === 'empty') return { problem: 'empty' };
  return matches === 'shown' ? { stage: 'open', problem: null } : { problem: 'no-match' };
}

function enterCode({ code }: Of<'enter-code'>): Partial<SignInState> {
  if (code === 'empty') return { problem: 'empty' };
  return code === 'received' ? { stage: 'open', problem: null } : { problem: 'no-match' };
}

/** Returns the same state if every part has that value already. */
function change(state: SignInState, parts: Partial<SignInState>): SignInState {
  const next = { ...state, ...parts };
  const same = (Object.keys(next) as (keyof SignInState)[]).every((key) => next[key] === state[key]);
  return same ? state : next;
}

function accept(state: SignInState): Step<SignInState, SignInRefusal> {
  return { ok: true, state };
}
