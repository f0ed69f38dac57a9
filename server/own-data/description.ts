import type { Words } from '../contract/words.ts';

export const keptKinds = [
  ...(['visits', 'actions', 'typed', 'results', 'grades', 'comfort'] as const),
  ...(['settings', 'groups', 'notes', 'requests', 'research'] as const),
] as const;
export type KeptKind = (typeof keptKinds)[number];

export interface Kept {
  readonly kind: KeptKind;
  readonly count: number;
  /** Of the first and the last of them, ms since 1970 UTC; null if no time is stored. */
  readonly first: number | null;
  readonly last: number | null;
}

export interface PlayedScene {
  /** Null if the scene is no longer delivered. */
  readonly title: Words | null;
  readonly actions: number;
  readonly typed: readonly string[];
  readonly at: number;
}

export interface SentCopy {
  /** Of the record store or the LMS. */
  readonly host: string;
  readonly purpose: 'operational' | 'research' | 'grades';
  readonly sent: number;
  readonly waiting: number;
}

/** By role: the person learns no name of staff. */
export interface OpenedBy {
  readonly at: number;
  readonly by: 'staff' | 'operator';
  readonly how: 'opened' | 'exported' | 'changed';
}

export interface Description {
  /** Kinds of which nothing is kept are left out. */
  readonly kept: readonly Kept[];
  /** In the order in which they were played. */
  readonly scenes: readonly PlayedScene[];
  readonly sent: readonly SentCopy[];
  /** Newest first. */
  readonly opened: readonly OpenedBy[];
  /** Null: the organisation decides. */
  readonly keptMonths: number | null;
  /** IANA name, for the dates. */
  readonly timeZone: string;
}
