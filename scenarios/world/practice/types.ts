import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface PracticeWorld {
  /** In order; each must be done or skipped before the next one shows. */
  readonly steps: readonly PracticeStep[];
}

interface StepBase {
  readonly id: string;
  readonly ask: TextKey;
}

interface Thing {
  readonly id: string;
  readonly name: TextKey;
  readonly picture: Picture;
}

type Picture = 'plant' | 'mug' | 'badge' | 'cap' | 'thermos' | 'notebook' | 'keys' | 'tuque';

interface Letter {
  readonly id: string;
  readonly from: CastId;
  readonly name: TextKey;
}

export type PracticeStep =
  | (StepBase & { readonly kind: 'point'; readonly things: readonly Thing[]; readonly target: string })
  | (StepBase & { readonly kind: 'scroll'; readonly lines: readonly TextKey[]; readonly found: Thing })
  | (StepBase & {
      readonly kind: 'open';
      readonly letters: readonly Letter[];
      readonly target: string;
      readonly body: readonly TextKey[];
    })
  | (StepBase & { readonly kind: 'type'; readonly word: TextKey })
  | (StepBase & {
      readonly kind: 'undo';
      readonly note: readonly TextKey[];
      readonly then: TextKey;
      /** Said while the note that came back stays on the page. Without it the next step shows at once. */
      readonly back?: TextKey;
    })
  /** A tool of the frame around the app; no basic gesture of its own. */
  | (StepBase & {
      readonly kind: 'use';
      readonly tool: PracticeTool;
      /** Words of a button that does the step another way, such as on a device without a voice. */
      readonly instead?: TextKey;
    });

export type PracticeTool = 'listen' | 'pause' | 'text-size';

/** The string itself stays in the browser. */
export type WordReading = 'word' | 'other' | 'empty';

export interface PracticeState {
  /** The first step without an outcome is on the page. */
  readonly outcomes: Readonly<Record<string, 'done' | 'passed'>>;
  readonly isOpen: boolean;
  readonly isErased: boolean;
  /** Step whose note came back and is on the page again. */
  readonly back?: string;
  /** By step; undo does not take them back. */
  readonly misses: Readonly<Record<string, number>>;
}

/** Each names its step, so that a late press changes nothing in the next one. */
export type PracticeAction =
  | { readonly app: 'practice'; readonly type: 'press'; readonly stepId: string; readonly thingId: string }
  | { readonly app: 'practice'; readonly type: 'miss'; readonly stepId: string }
  | { readonly app: 'practice'; readonly type: 'go-on'; readonly stepId: string }
  /** Goes on from the note that came back. */
  | { readonly app: 'practice'; readonly type: 'seen'; readonly stepId: string }
  | { readonly app: 'practice'; readonly type: 'instead'; readonly stepId: string }
  | {
      readonly app: 'practice';
      readonly type: 'enter';
      readonly stepId: string;
      readonly reading: WordReading;
    }
  | { readonly app: 'practice'; readonly type: 'erase'; readonly stepId: string }
  | {
      readonly app: 'practice';
      readonly type: 'use';
      readonly stepId: string;
      readonly tool: PracticeTool;
    }
  /** « Passer cette étape ». */
  | { readonly app: 'practice'; readonly type: 'pass'; readonly stepId: string };

export type PracticeRefusal = WorldRefusal | 'practice.not-now';
