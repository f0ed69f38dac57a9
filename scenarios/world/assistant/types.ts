import type { ActionRef, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface AssistantWorld {
  /** In order of preference; the last one answers what fits no other. */
  readonly intents: readonly Intent[];
  readonly phraseGroups: readonly PhraseGroup[];
}

/** What a request may want. The answer is always the same: nothing is generated. */
interface Intent {
  readonly id: string;
  /** Words of such requests between commas and full stops; never shown. */
  readonly words?: TextKey;
  /** Ready-made sentences that ask for it. */
  readonly phrases: readonly string[];
  readonly answer: readonly TextKey[];
  /** A text of the document app, which the answer offers below its first line. */
  readonly offers?: string;
}

export interface AssistantState extends Written {
  /** Oldest first. */
  readonly asked: readonly AskedRequest[];
}

export interface AskedRequest extends Written {
  readonly id: string;
  readonly intent: string;
  /** Its log entry holds the text features. */
  readonly sentBy: ActionRef;
}

export type AssistantAction =
  | { readonly app: 'assistant'; readonly type: 'add-phrase' | 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'assistant'; readonly type: 'write'; readonly typed: string }
  /** The client reads the intent of typed words: a replay without them gets the same answer. */
  | { readonly app: 'assistant'; readonly type: 'send'; readonly intent: string };

export type AssistantRefusal = WorldRefusal | 'assistant.empty' | 'assistant.other-intent';
