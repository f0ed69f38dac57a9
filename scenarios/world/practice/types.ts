/** Practising the gestures of the game,: types of its world, state and actions. */
import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface PracticeWorld {
  /** One after the other; each is done or passed over before the next one shows. */
  readonly steps: readonly PracticeStep[];
}

interface StepBase {
  readonly id: string;
  /** What to do, one short sentence. */
  readonly ask: TextKey;
}

/** A thing on the page that can be pressed. */
interface Thing {
  readonly id: string;
  readonly name: TextKey;
  readonly picture: Picture;
}

/** Pictures of things; the client draws them. */
type Picture = 'plant' | 'mug' | 'badge' | 'cap' | 'thermos' | 'notebook' | 'keys' | 'tuque';

/** A message that can be opened. */
interface Letter {
  readonly id: string;
  readonly from: CastId;
  readonly name: TextKey;
}

export type PracticeStep =
  /** Press the one that was asked for among a few. */
  | (StepBase & { readonly kind: 'point'; readonly things: readonly Thing[]; readonly target: string })
  /** Find a thing further down a list, and press it. */
  | (StepBase & { readonly kind: 'scroll'; readonly lines: readonly TextKey[]; readonly found: Thing })
  /** Open the message that was asked for, read it and go on. */
  | (StepBase & {
      readonly kind: 'open';
      readonly letters: readonly Letter[];
      readonly target: string;
      readonly body: readonly TextKey[];
    })
  /** Type a word that is shown. */
  | (StepBase & { readonly kind: 'type'; readonly word: TextKey })
  /** Erase a note, then bring it back with « Annuler ». */
  | (StepBase & { readonly kind: 'undo'; readonly note: readonly TextKey[]; readonly then: TextKey })
  /** Use a tool of the frame around the app; it has no basic gesture of its own. */
  | (StepBase & { readonly kind: 'use'; readonly tool: PracticeTool });

export type PracticeTool = 'listen' | 'pause' | 'text-size';

/** What the box of the shown word held; the string itself stays in the browser. */
export type WordReading = 'word' | 'other' | 'empty';

export interface PracticeState {
  /** How each step came out; the first one without an outcome is the one on the page. */
  readonly outcomes: Readonly<Record<string, 'done' | 'passed'>>;
  /** Whether the message of the step on the page is open. */
  readonly isOpen: boolean;
  /** Whether the note of the step on the page is erased. */
  readonly isErased: boolean;
  /** Presses beside what was asked for, by step; undo does not take them back. */
  readonly misses: Readonly<Record<string, number>>;
}

/** Each names its step, so that a press that comes late changes nothing in the next one. */
export type PracticeAction =
  | { readonly app: 'practice'; readonly type: 'press'; readonly stepId: string; readonly thingId: string }
  /** Pressed beside everything that works. */
  | { readonly app: 'practice'; readonly type: 'miss'; readonly stepId: string }
  /** Read the open message and went on. */
  | { readonly app: 'practice'; readonly type: 'go-on'; readonly stepId: string }
  | {
      readonly app: 'practice';
      readonly type: 'enter';
      readonly stepId: string;
      readonly reading: WordReading;
    }
  | { readonly app: 'practice'; readonly type: 'erase'; readonly stepId: string }
  /** Used a tool of the frame. */
  | {
      readonly app: 'practice';
      readonly type: 'use';
      readonly stepId: string;
      readonly tool: PracticeTool;
    }
  /** « Passer cette étape ». */
  | { readonly app: 'practice'; readonly type: 'pass'; readonly stepId: string };

export type PracticeRefusal = WorldRefusal | 'practice.not-now';
