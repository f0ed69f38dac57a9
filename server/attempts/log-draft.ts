/** Collects entries and statements for one conditional write. Has no rules of play. */
import type { LogEntry, LogEvent } from '../../scenarios/kit/log.ts';
import type { ProducedStatement, StatementProducer } from '../../xapi/statements.ts';
import type { Voider } from '../../xapi/voiding.ts';
import type {
  AttemptProgress,
  AttemptWithProgress,
  NewStatement,
  StatementRow,
  StoredEntry,
} from '../storage/ports/attempts.ts';

export interface DraftTools {
  readonly statementsOf: StatementProducer;
  readonly voidingOf: Voider;
  /** Removes personal text from the entry and seals it. */
  readonly store: (entry: LogEntry) => StoredEntry;
}

export class LogDraft {
  readonly #entries: LogEntry[] = [];
  readonly #statements: NewStatement[] = [];
  #progress: AttemptProgress;
  readonly #owner: AttemptWithProgress['attempt'];
  readonly #tools: DraftTools;

  constructor({ attempt, progress }: AttemptWithProgress, tools: DraftTools) {
    this.#progress = progress;
    this.#owner = attempt;
    this.#tools = tools;
  }

  get progress(): AttemptProgress {
    return this.#progress;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  get statements(): readonly NewStatement[] {
    return this.#statements;
  }

  update(change: Partial<Omit<AttemptProgress, 'head' | 'lastAt'>>): void {
    this.#progress = { ...this.#progress, ...change };
  }

  /** @param happenedAt moved to at most `receivedAt` and after the previous entry and its statements */
  add(event: LogEvent, happenedAt: number, receivedAt: number): LogEntry {
    const at = Math.max(Math.min(happenedAt, receivedAt), this.#progress.lastAt + 1);
    const logSeq = this.#progress.head + 1;
    const entry: LogEntry = { ...event, logSeq, epoch: this.#progress.epoch, at, receivedAt };
    this.#entries.push(entry);
    const produced = this.#tools.statementsOf(entry, this.#progress.language);
    for (const one of produced) this.#statements.push(this.#rowOf(entry, one));
    // Each statement of an entry has its own millisecond.
    const lastAt = at + Math.max(1, produced.length) - 1;
    this.#progress = { ...this.#progress, endedAt: endOf(event, at, this.#progress), head: logSeq, lastAt };
    return entry;
  }

  /** By statements of this entry, which must be the newest; only in stores that take statements of that tier. */
  voidStatements(
    { logSeq, at, receivedAt }: LogEntry,
    targets: readonly Pick<StatementRow, 'id' | 'tier'>[],
  ): void {
    const first = this.#statements.filter((one) => one.logSeq === logSeq).length;
    const { id: attemptId, organisationId, studyId } = this.#owner;
    for (const [index, { id, tier }] of targets.entries()) {
      const part = first + index;
      const voiding = this.#tools.voidingOf(id, { logSeq, at: at + part });
      const owner = { attemptId, organisationId, studyId };
      this.#statements.push({ ...voiding, ...owner, logSeq, part, tier, createdAt: receivedAt });
      this.#progress = { ...this.#progress, lastAt: at + part };
    }
  }

  storedEntries(): StoredEntry[] {
    return this.#entries.map((entry) => this.#tools.store(entry));
  }

  #rowOf(entry: LogEntry, produced: ProducedStatement): NewStatement {
    return {
      id: produced.id,
      organisationId: this.#owner.organisationId,
      studyId: this.#owner.studyId,
      attemptId: this.#owner.id,
      logSeq: entry.logSeq,
      part: produced.part,
      tier: produced.tier,
      // Rendered once and stored as text, because record stores compare labels too if a statement is
      // repeated.
      bytes: produced.bytes,
      shared: produced.shared,
      createdAt: entry.receivedAt,
    };
  }
}

/** Later entries, such as a rescoring, don't change the time of the end. */
function endOf({ kind }: LogEvent, at: number, { endedAt }: AttemptProgress): number | null {
  if (kind === 'finished' || kind === 'abandoned') return at;
  return kind === 'reopened' ? null : endedAt;
}
