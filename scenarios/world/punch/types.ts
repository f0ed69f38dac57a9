/** Punching in and counting boxes on shelves; what cannot be sent stays on the phone. */
import type { TextKey, WorldRefusal } from '../base.ts';

export interface PunchWorld {
  /** When the arrival is punched. */
  readonly time: TextKey;
  readonly shelves: readonly Shelf[];
  readonly units: readonly { readonly id: string; readonly label: TextKey }[];
  /** With a weak signal, so many tries fail before one passes. */
  readonly weakTries: number;
}

export interface Shelf {
  readonly id: string;
  /** On its label, as `A12`. */
  readonly code: string;
  /** From the top; one letter for each place: `b` a box, `p` a pail, `.` nothing. */
  readonly rows: readonly string[];
}

export type PunchKind = 'in' | 'break' | 'out';

export interface PunchState {
  readonly page: 'clock' | 'count';
  /** Open on the page of the count. */
  readonly shelf: string | null;
  /** In order. */
  readonly punches: readonly PunchKind[];
  /** Punched before: the app asks whether to punch again. */
  readonly asking: PunchKind | null;
  /** Digits, by shelf. */
  readonly counts: Readonly<Record<string, string>>;
  readonly unit: string | null;
  /** Tries since the last that passed. */
  readonly tries: number;
  /** What arrived last. */
  readonly received: Count | null;
}

export interface Count {
  readonly counts: Readonly<Record<string, string>>;
  readonly unit: string;
}

export type PunchAction =
  | { readonly app: 'punch'; readonly type: 'show'; readonly page: 'clock' | 'count' }
  | { readonly app: 'punch'; readonly type: 'punch'; readonly kind: PunchKind }
  | { readonly app: 'punch'; readonly type: 'punch-again'; readonly choice: 'yes' | 'no' }
  | {
      readonly app: 'punch';
      readonly type: 'open-shelf';
      readonly shelfId: string;
      readonly by: 'scan' | 'code';
    }
  | { readonly app: 'punch'; readonly type: 'close-shelf' }
  | { readonly app: 'punch'; readonly type: 'count'; readonly shelfId: string; readonly number: string }
  | { readonly app: 'punch'; readonly type: 'choose-unit'; readonly unitId: string }
  | { readonly app: 'punch'; readonly type: 'send' };

export type PunchRefusal = WorldRefusal | 'punch.not-a-count' | 'punch.not-ready';
