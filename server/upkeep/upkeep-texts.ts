/** What a catalogue of the commands that copy, restore, move and reseal a database holds. */
import type { Doing } from './migrate-store.ts';

export interface UpkeepTexts {
  /** After a copy: what is in it, and what is not. */
  readonly copyNote: string;
  readonly restoredUnreadable: (count: number) => string;
  readonly applyOrDryRun: string;
  readonly rotateUnreadable: (count: number) => string;
  readonly rotateToDo: string;
  readonly rotateDone: string;
  readonly samePlace: string;
  readonly moveBegun: string;
  readonly moved: string;
  readonly moveToDo: string;
  /** Before the kind of row that a long command is at. */
  readonly doing: Readonly<Record<Doing, string>>;
}
