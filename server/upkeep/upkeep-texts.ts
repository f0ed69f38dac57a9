/** Sentences of the commands that copy, restore, move and reseal a database. */
import type { Stage } from './migrate-store.ts';

export interface UpkeepTexts {
  /** After a copy: what it contains and what not. */
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
  /** Before the kind of row in progress. */
  readonly doing: Readonly<Record<Stage, string>>;
}
