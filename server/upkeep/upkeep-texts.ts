import type { Stage } from './migrate-store.ts';

export interface UpkeepTexts {
  readonly copyNote: string;
  readonly restoredUnreadable: (count: number) => string;
  readonly restoredErased: (count: number) => string;
  readonly restoredTakenBack: (count: number) => string;
  readonly unknownList: string;
  readonly applyOrDryRun: string;
  readonly rotateUnreadable: (count: number) => string;
  readonly rotateToDo: string;
  readonly rotateDone: string;
  readonly samePlace: string;
  readonly moveBegun: string;
  readonly moved: string;
  readonly moveToDo: string;
  readonly stages: Readonly<Record<Stage, string>>;
}
