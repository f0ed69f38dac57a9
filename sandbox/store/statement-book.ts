/** Stores batches whole or not at all, never changes one, and tracks voiding. */
import { randomUUID } from 'node:crypto';
import type { Journal } from './journal-file.ts';
import { canonical, isObject, type JsonObject, textAt } from './json.ts';
import { StoreProblem } from './problem.ts';
import { findProblem, type XapiVersion } from './statement-rules.ts';

/** With id, stored, authority, timestamp and version. */
export interface StoredStatement {
  readonly index: number;
  readonly id: string;
  readonly statement: JsonObject;
}

export interface BookOptions {
  readonly clock: () => number;
  readonly authority: JsonObject;
  readonly journal?: Journal;
  readonly earlier?: readonly (readonly JsonObject[])[];
}

/** Set by the store, so ignored when comparing a repeated statement. */
const ownMembers: ReadonlySet<string> = new Set(['stored', 'authority', 'version']);

export class StatementBook {
  readonly #all: StoredStatement[] = [];
  readonly #byId = new Map<string, StoredStatement>();
  /** Ids of voided statements, which may arrive after the voiding one. */
  readonly #voided = new Set<string>();
  readonly #options: BookOptions;
  #lastStoredMs = 0;

  constructor(options: BookOptions) {
    this.#options = options;
    for (const batch of options.earlier ?? [])
      batch.forEach((statement) => {
        this.#insert(statement);
      });
  }

  get all(): readonly StoredStatement[] {
    return this.#all;
  }

  find(id: string): StoredStatement | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  isVoided(id: string): boolean {
    return this.#voided.has(id.toLowerCase());
  }

  /**
   * Returns the ids in order.
   * @throws StoreProblem 400 for a bad statement or a repeated id, 409 for an id stored with other content;
   * then stores nothing of the batch
   */
  add(batch: readonly unknown[], version: XapiVersion): string[] {
    const statements = batch.map((value) => checked(value, version));
    const ids = statements.map((statement) => textAt(statement, 'id')?.toLowerCase() ?? randomUUID());
    if (new Set(ids).size < ids.length) throw new StoreProblem(400, 'The batch holds one id twice.');
    const fresh: JsonObject[] = [];
    const stored = this.#nextStored();
    statements.forEach((statement, position) => {
      const id = ids[position] ?? '';
      const held = this.#byId.get(id);
      if (held === undefined) fresh.push(this.#complete(statement, id, stored, version));
      else if (!sameStatement(held.statement, statement)) {
        throw new StoreProblem(409, `Another statement has the id ${id}.`);
      }
    });
    this.#refuseVoidingOfVoid(fresh);
    if (fresh.length > 0) this.#options.journal?.append(fresh);
    for (const statement of fresh) this.#insert(statement);
    return ids;
  }

  #refuseVoidingOfVoid(fresh: readonly JsonObject[]): void {
    const batchVoids = new Set(fresh.filter(isVoiding).map((one) => textAt(one, 'id')));
    for (const statement of fresh.filter(isVoiding)) {
      const target = voidedId(statement);
      const held = target === undefined ? undefined : this.#byId.get(target);
      if ((held !== undefined && isVoiding(held.statement)) || batchVoids.has(target)) {
        throw new StoreProblem(400, 'A voiding statement cannot be voided.');
      }
    }
  }

  #complete(statement: JsonObject, id: string, stored: string, version: XapiVersion): JsonObject {
    return {
      ...statement,
      id,
      timestamp: statement.timestamp ?? stored,
      stored,
      authority: this.#options.authority,
      version: statement.version ?? (version === '1.0.3' ? '1.0.0' : '2.0.0'),
    };
  }

  /** `stored` never decreases, so readers may continue from the last one. */
  #nextStored(): string {
    this.#lastStoredMs = Math.max(this.#options.clock(), this.#lastStoredMs + 1);
    return new Date(this.#lastStoredMs).toISOString();
  }

  #insert(statement: JsonObject): void {
    const id = textAt(statement, 'id') ?? '';
    const entry = { index: this.#all.length, id, statement };
    this.#all.push(entry);
    this.#byId.set(id, entry);
    this.#lastStoredMs = Math.max(this.#lastStoredMs, Date.parse(textAt(statement, 'stored') ?? '') || 0);
    const target = isVoiding(statement) ? voidedId(statement) : undefined;
    if (target !== undefined) this.#voided.add(target);
  }
}

function isVoiding(statement: JsonObject): boolean {
  return textAt(statement, 'verb', 'id') === 'http://adlnet.gov/expapi/verbs/voided';
}

function voidedId(statement: JsonObject): string | undefined {
  return textAt(statement, 'object', 'id')?.toLowerCase();
}

function checked(value: unknown, version: XapiVersion): JsonObject {
  const problem = findProblem(value, version);
  if (problem !== undefined || !isObject(value)) throw new StoreProblem(400, `${problem ?? 'statement'}.`);
  return value;
}

/** Strict, as real stores are: labels, zones and precision count. */
function sameStatement(held: JsonObject, again: JsonObject): boolean {
  return comparable(held, again) === comparable(again, again);
}

function comparable(statement: JsonObject, sent: JsonObject): string {
  const members = Object.entries(statement).filter(
    ([key]) => !ownMembers.has(key) && !(key === 'timestamp' && !('timestamp' in sent)),
  );
  return canonical({ ...Object.fromEntries(members), id: textAt(statement, 'id')?.toLowerCase() });
}
