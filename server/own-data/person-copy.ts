/** All that is stored about one person, readable. Described in docs/operators and docs/teachers. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Words } from '../contract/words.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { Comfort } from '../storage/ports/comfort.ts';
import type { PlainRow } from '../storage/ports/transfer.ts';
import type { KeptBackground } from '../studies/background.ts';
import type { Answer } from '../studies/consent.ts';

export interface Owner {
  readonly organisationId: string;
  readonly personId: string;
}

export interface CopiedNote {
  readonly kind: string;
  readonly updatedAt: number;
  /** Null in the person's own copy: the note may speak of others, so somebody reads it first. */
  readonly text: string | null;
}

export interface CopiedRequest {
  readonly id: string;
  readonly askedAt: number;
  readonly text: string | null;
  readonly answeredAt: number | null;
  readonly answer: string | null;
}

export interface CopiedDelivery {
  readonly host: string;
  readonly purpose: 'operational' | 'research';
  readonly sent: number;
  readonly waiting: number;
}

/** When the person was shown the notice and said that they understood it. */
export interface CopiedNotice {
  readonly at: number;
  readonly version: string;
}

export interface CopiedAttempt {
  readonly activity: string;
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
  /** What was typed is back in its place. */
  readonly entries: readonly LogEntry[];
  /** Again if it changed meanwhile. */
  readonly notices: readonly CopiedNotice[];
  /** As record stores receive them. */
  readonly statements: readonly unknown[];
  readonly deliveries: readonly CopiedDelivery[];
  readonly receipt: string | null;
  /** Of a held attempt as if everything counted, while `progress` measures only what was tried. */
  readonly grades: readonly PlainRow[];
  readonly notes: readonly CopiedNote[];
  readonly requests: readonly CopiedRequest[];
}

export interface CopiedStudy {
  readonly id: string;
  readonly name: string;
  /** What readers call it. */
  readonly title: Words;
  /** After the last entry of the person's logs in it; null if the study promises no period. */
  readonly keptMonths: number | null;
  /** By which record stores of this study know the person. */
  readonly pseudonym: string;
  /** To the question about research. */
  readonly answers: readonly Answer[];
  /** To the background questions; null if there are none. */
  readonly background: KeptBackground | null;
}

export interface CopiedReading {
  readonly at: number;
  readonly by: 'person' | 'staff' | 'operator' | 'program';
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface PersonCopy {
  readonly format: 'numplus.person-copy.1';
  readonly madeAt: string;
  readonly build: string;
  readonly organisation: string;
  readonly person: {
    readonly id: string;
    readonly platform: string;
    readonly platformId: string;
    readonly deploymentId: string;
    /** The LMS's id of the person. */
    readonly subject: string;
    readonly createdAt: number;
  };
  readonly studies: readonly CopiedStudy[];
  readonly attempts: readonly CopiedAttempt[];
  readonly comfort: Comfort | null;
  readonly settings: readonly PlainRow[];
  readonly groups: readonly PlainRow[];
  readonly launches: readonly PlainRow[];
  /** What was done with these data. */
  readonly audit: readonly CopiedReading[];
  /** What this copy does not have, and why. */
  readonly leftOut: readonly { readonly what: string; readonly fr: string; readonly en: string }[];
}
