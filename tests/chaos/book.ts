/**
 * What a learner knows to be stored: every acknowledged action, and those without a response. Recorded independently
 * of the tool, to be compared with its log at the end.
 */
import type { ClientAction } from '../../server/contract/play.ts';

export interface BookedAction extends ClientAction {
  readonly epoch: number;
}

/** Whose attempt it is, in the LMS's own numbers. */
export interface Place {
  readonly personId: number;
  readonly activityId: number;
}

export class AttemptBook {
  readonly attemptId: string;
  readonly place: Place;
  /** When the launch began by which its learner first came to it, by `performance.now()`. */
  readonly launchedAt: number;
  /** In the order in which they were acknowledged. */
  readonly acknowledged: BookedAction[] = [];
  /** Sent, and without a response when the page was abandoned: stored or not, both are correct. */
  readonly unsure: BookedAction[] = [];
  /** The state of each scene after its last acknowledged action, as the learner's own page had it. */
  readonly hashes = new Map<string, string>();
  /** Responses that no client can explain. */
  readonly surprises: string[] = [];
  isFinished = false;

  constructor(attemptId: string, place: Place, launchedAt = 0) {
    this.attemptId = attemptId;
    this.place = place;
    this.launchedAt = launchedAt;
  }

  /** The tool says that all of these are stored, up to `upTo`. */
  acknowledge(epoch: number, sent: readonly ClientAction[], upTo: number, stateHash: string | null): void {
    for (const action of sent) {
      if (action.actionSeq <= upTo) this.acknowledged.push({ epoch, ...action });
    }
    const last = sent.at(-1);
    if (last === undefined || last.sceneId === null || stateHash === null) return;
    if (upTo >= last.actionSeq) this.hashes.set(last.sceneId, stateHash);
    else this.hashes.delete(last.sceneId);
  }

  /** The page is gone and took its questions along. */
  giveUp(epoch: number, sent: readonly ClientAction[]): void {
    for (const action of sent) {
      this.unsure.push({ epoch, ...action });
      if (action.sceneId !== null) this.hashes.delete(action.sceneId);
    }
  }
}

/** The books of all attempts, by their id. */
export class Library {
  readonly #books = new Map<string, AttemptBook>();

  of(attemptId: string, place: Place, launchedAt = 0): AttemptBook {
    const found = this.#books.get(attemptId);
    if (found !== undefined) return found;
    const book = new AttemptBook(attemptId, place, launchedAt);
    this.#books.set(attemptId, book);
    return book;
  }

  find(attemptId: string): AttemptBook | undefined {
    return this.#books.get(attemptId);
  }

  list(): readonly AttemptBook[] {
    return [...this.#books.values()];
  }
}
