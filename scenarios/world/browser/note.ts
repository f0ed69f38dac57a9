/** The short answer with its source page; it can be sent again. */
import type { Step } from '../base.ts';
import { seenPages } from './shown.ts';
import type { BrowserRefusal, BrowserState, BrowserWorld, NoteAction, NoteState } from './types.ts';

export const startNote: NoteState = { choice: null, source: null, sent: null };

export function reduceNote(
  world: BrowserWorld,
  state: BrowserState,
  action: NoteAction,
): Step<BrowserState, BrowserRefusal> {
  const { note } = state;
  if (world.note === undefined || note === undefined) return { ok: false, code: 'browser.no-note' };
  switch (action.type) {
    case 'note-choose':
      if (!world.note.choices.some(({ id }) => id === action.choiceId)) return unknownTarget;
      return put(state, note.choice === action.choiceId ? note : { ...note, choice: action.choiceId });
    case 'note-source':
      if (!world.pages.some(({ id }) => id === action.pageId)) return unknownTarget;
      if (!seenPages(state).includes(action.pageId)) return { ok: false, code: 'world.not-on-screen' };
      return put(state, note.source === action.pageId ? note : { ...note, source: action.pageId });
    case 'note-send': {
      const { choice, source, sent } = note;
      if (choice === null) return { ok: false, code: 'browser.no-answer' };
      const isSent = sent?.choice === choice && sent.source === source;
      return put(state, isSent ? note : { ...note, sent: { choice, source } });
    }
  }
}

const unknownTarget = { ok: false, code: 'world.unknown-target' } as const;

function put(state: BrowserState, note: NoteState): Step<BrowserState, BrowserRefusal> {
  return { ok: true, state: note === state.note ? state : { ...state, note } };
}
