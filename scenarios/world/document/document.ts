import type { ActionContext } from '../app.ts';
import type { ActionRef, Step } from '../base.ts';
import { changePhrases } from '../phrases.ts';
import type { DocumentAction, DocumentLine, DocumentRefusal, DocumentState, DocumentWorld } from './types.ts';

export function startDocument(): DocumentState {
  return { lines: [], note: { phrases: [], typed: '' }, sent: [] };
}

export function reduceDocument(
  world: DocumentWorld,
  state: DocumentState,
  action: DocumentAction,
  context: ActionContext,
): Step<DocumentState, DocumentRefusal> {
  switch (action.type) {
    case 'insert':
      return insert(world, state, action.textId, context);
    case 'add-phrase':
    case 'remove-phrase':
      return changePhrase(world, state, action);
    case 'rewrite':
      if (!hasLine(state, action.lineId)) return refuse('world.unknown-target');
      if (action.typed.trim() === '') return refuse('document.empty');
      return accept({
        ...state,
        lines: state.lines.map((line) =>
          line.id === action.lineId ? { id: line.id, typed: action.typed, words: 0 } : line,
        ),
      });
    case 'remove-line':
      if (!hasLine(state, action.lineId)) return refuse('world.unknown-target');
      return accept({ ...state, lines: state.lines.filter(({ id }) => id !== action.lineId) });
    case 'add-line':
      if (action.typed.trim() === '') return refuse('document.empty');
      return accept({
        ...state,
        lines: [
          ...state.lines,
          { id: `w${context.epoch}-${context.actionSeq}`, typed: action.typed, words: 0 },
        ],
      });
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return accept({ ...state, note: { ...state.note, typed: action.typed } });
    case 'send':
      return send(state, context);
  }
}

/** Words between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function countLine({ typed, words }: DocumentLine): number {
  return typed === null ? words : countWords(typed);
}

function insert(
  world: DocumentWorld,
  state: DocumentState,
  textId: string,
  { offers }: ActionContext,
): Step<DocumentState, DocumentRefusal> {
  const text = world.texts.find(({ id }) => id === textId);
  if (text === undefined) return refuse('world.unknown-target');
  if (!offers().texts.includes(textId)) return refuse('world.not-on-screen');
  const lines = text.sentences.reduce((all, id) => withSentence(world, all, id), state.lines);
  return accept(lines === state.lines ? state : { ...state, lines });
}

function changePhrase(
  world: DocumentWorld,
  state: DocumentState,
  action: Extract<DocumentAction, { readonly phraseId: string }>,
): Step<DocumentState, DocumentRefusal> {
  const { type, phraseId } = action;
  if (isIn(world.phraseGroups, phraseId)) {
    const lines =
      type === 'add-phrase'
        ? withSentence(world, state.lines, phraseId)
        : state.lines.filter(({ id }) => id !== phraseId);
    return accept(lines.length === state.lines.length ? state : { ...state, lines });
  }
  const phrases = changePhrases(world.notes, state.note.phrases, action);
  if (!phrases.ok) return phrases;
  if (phrases.state === state.note.phrases) return accept(state);
  return accept({ ...state, note: { ...state.note, phrases: phrases.state } });
}

function isIn(groups: DocumentWorld['phraseGroups'], phraseId: string): boolean {
  return groups.some(({ phrases }) => phrases.some(({ id }) => id === phraseId));
}

/** A sentence stands in the document once, also if the person changed it. */
function withSentence(
  { sentences }: DocumentWorld,
  lines: readonly DocumentLine[],
  id: string,
): readonly DocumentLine[] {
  const sentence = sentences.find((each) => each.id === id);
  if (sentence === undefined || lines.some((line) => line.id === id)) return lines;
  return [...lines, { id, typed: null, words: sentence.words }];
}

function hasLine({ lines }: DocumentState, lineId: string): boolean {
  return lines.some(({ id }) => id === lineId);
}

function send(state: DocumentState, ref: ActionRef): Step<DocumentState, DocumentRefusal> {
  const { lines, note } = state;
  if (lines.length === 0) return refuse('document.empty');
  const sentBy = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  const sent = { id: `e${ref.epoch}-${ref.actionSeq}`, lines, note, sentBy };
  return accept({ lines, note: { phrases: [], typed: '' }, sent: [...state.sent, sent] });
}

function accept(state: DocumentState): Step<DocumentState, DocumentRefusal> {
  return { ok: true, state };
}

function refuse(code: DocumentRefusal): Step<DocumentState, DocumentRefusal> {
  return { ok: false, code };
}
