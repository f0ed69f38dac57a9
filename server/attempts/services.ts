/** What the attempt functions work with, and who asks them. */
import type { Content } from '../content/load.ts';
import type { Secrets } from '../secrets.ts';
import type { Launch, Storage } from '../storage/ports.ts';

export interface AttemptServices {
  readonly storage: Storage;
  readonly content: Content;
  readonly secrets: Secrets;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
  /** Build of the tool, for statements. */
  readonly build: string;
}

/** The part of a logger that is used: an object with codes and ids first, never a name or a text of a person. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The launch of the session that asks: it says who, where and in which role. */
export type Asker = Launch;
