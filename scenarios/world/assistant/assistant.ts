import type { Offers } from '../app.ts';
import type { ActionRef, Step } from '../base.ts';
import { changePhrases, isBlank } from '../phrases.ts';
import { possibleIntents } from './intents.ts';
import type { AssistantAction, AssistantRefusal, AssistantState, AssistantWorld } from './types.ts';

export function startAssistant(): AssistantState {
  return { phrases: [], typed: '', asked: [] };
}

export function reduceAssistant(
  world: AssistantWorld,
  state: AssistantState,
  action: AssistantAction,
  ref: ActionRef,
): Step<AssistantState, AssistantRefusal> {
  switch (action.type) {
    case 'add-phrase':
    case 'remove-phrase': {
      const phrases = changePhrases(world.phraseGroups, state.phrases, action);
      if (!phrases.ok) return phrases;
      return accept(phrases.state === state.phrases ? state : { ...state, phrases: phrases.state });
    }
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return accept({ ...state, typed: action.typed });
    case 'send':
      return ask(world, state, action.intent, ref);
  }
}

/** The texts of its answers stay on screen. */
export function assistantOffers(world: AssistantWorld, { asked }: AssistantState): Partial<Offers> {
  const given = new Set(asked.map(({ intent }) => intent));
  return { texts: world.intents.flatMap(({ id, offers }) => (offers && given.has(id) ? [offers] : [])) };
}

function ask(
  world: AssistantWorld,
  { phrases, typed, asked }: AssistantState,
  intent: string,
  ref: ActionRef,
): Step<AssistantState, AssistantRefusal> {
  if (isBlank({ phrases, typed })) return { ok: false, code: 'assistant.empty' };
  if (!world.intents.some(({ id }) => id === intent)) return { ok: false, code: 'world.unknown-target' };
  if (!possibleIntents(world, { phrases, typed }).includes(intent)) {
    return { ok: false, code: 'assistant.other-intent' };
  }
  const sentBy = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  const request = { id: `a${ref.epoch}-${ref.actionSeq}`, intent, phrases, typed, sentBy };
  return accept({ phrases: [], typed: '', asked: [...asked, request] });
}

function accept(state: AssistantState): Step<AssistantState, AssistantRefusal> {
  return { ok: true, state };
}
