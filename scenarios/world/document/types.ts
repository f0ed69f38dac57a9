import type { ActionRef, CastId, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface DocumentWorld {
  readonly name: TextKey;
  readonly to: CastId;
  /** Told beside the count of words; nothing is refused. */
  readonly mostWords: number;
  readonly sentences: readonly DocumentSentence[];
  /** Texts that another app offers: ids of sentences, in order. */
  readonly texts: readonly { readonly id: string; readonly sentences: readonly string[] }[];
  /** Sentences to choose from; their ids are those of `sentences`. */
  readonly phraseGroups: readonly PhraseGroup[];
  /** For the note to the recipient. */
  readonly notes: readonly PhraseGroup[];
}

interface DocumentSentence {
  readonly id: string;
  readonly text: TextKey;
  /** The same in each language. */
  readonly words: number;
}

export interface DocumentState {
  readonly lines: readonly DocumentLine[];
  readonly note: Written;
  /** Oldest first. */
  readonly sent: readonly SentDocument[];
}

export interface DocumentLine {
  /** Of a sentence, or of what the person wrote. */
  readonly id: string;
  /** Null for a sentence as it was given. */
  readonly typed: string | null;
  /** Of the sentence; 0 for what the person wrote. */
  readonly words: number;
}

interface SentDocument {
  readonly id: string;
  readonly lines: readonly DocumentLine[];
  readonly note: Written;
  /** Its log entry holds the text features. */
  readonly sentBy: ActionRef;
}

export type DocumentAction =
  | { readonly app: 'document'; readonly type: 'insert'; readonly textId: string }
  /** A sentence of the document, or of the note. */
  | { readonly app: 'document'; readonly type: 'add-phrase' | 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'document'; readonly type: 'rewrite'; readonly lineId: string; readonly typed: string }
  | { readonly app: 'document'; readonly type: 'remove-line'; readonly lineId: string }
  | { readonly app: 'document'; readonly type: 'add-line'; readonly typed: string }
  /** The note. */
  | { readonly app: 'document'; readonly type: 'write'; readonly typed: string }
  | { readonly app: 'document'; readonly type: 'send' };

export type DocumentRefusal = WorldRefusal | 'document.empty';
