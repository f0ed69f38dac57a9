/**
 * The one file that touches better-sqlite3: opens a file safely, prepares statements, runs transactions and turns
 * the engine's errors into ours. Knows no table.
 */
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Engine from 'better-sqlite3';
import type { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { type ChangeWatch, createChangeWatch } from './change-watch.ts';
import { createGroupCommit } from './group-commit.ts';

/** Named parameters of a statement; a flag is bound as 0 or 1. */
export type SqlParams = Readonly<Record<string, SqlValue>>;

type SqlValue = string | number | null;

/** A statement that answers rows, each parsed by one schema. */
export interface Query<Row> {
  find(params: SqlParams): Row | undefined;
  /** For a statement that always answers a row; throws where it did not. */
  get(params: SqlParams): Row;
  list(params: SqlParams): Row[];
  /** Rows as long as `keep` says so: what comes after is never read. */
  listWhile(params: SqlParams, keep: (row: Row) => boolean): Row[];
}

/** A statement that changes rows and answers how many. */
type Command = (params: SqlParams) => number;

/** The same by position: each value stands where its `?` does. */
type OrderedCommand = (...values: readonly SqlValue[]) => number;

export interface SqliteDatabase extends Pick<ChangeWatch, 'version' | 'heard' | 'quietly'> {
  query<Row>(row: z.ZodType<Row>, sql: string): Query<Row>;
  command(sql: string): Command;
  /** For rows that are written by the dozen: to look names up costs as much as half the write. */
  orderedCommand(sql: string): OrderedCommand;
  /** Runs SQL without parameters: pragmas and migrations. */
  execute(sql: string): void;
  /** Value of a pragma that holds one number or word. */
  getPragma(name: string): unknown;
  /** Runs `work` in one transaction that has the write lock from its start. */
  atomically<Result>(work: () => Result): Result;
  /**
   * Like `atomically`, without waiting for the disk: a power cut may undo it, never halve it, and the next durable
   * write makes it durable too. For what is only done again where it was lost.
   */
  relaxed<Result>(work: () => Result): Result;
  /**
   * Like `atomically`, together with the other writes of this moment; answers once it is durable.
   * @param work reads and writes this database and does nothing else: it may run twice
   */
  write<Result>(work: () => Result): Promise<Result>;
  /** Copies everything to a file in one piece, as it stands at one moment; others may go on writing. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/** How long a statement waits for another process's write. */
const busyTimeoutMs = 5_000;

/** More pages than any file has. */
const allPages = 2 ** 31 - 1;

/**
 * Opens the file, or creates it for its owner alone (mode 0600) with its folder.
 * @throws AppError storage.unavailable with `reason` read-only, cannot-open, not-a-database …
 */
export function openDatabase(file: string): SqliteDatabase {
  const path = resolve(file);
  return translated(() => {
    prepareFile(path);
    const engine = new Engine(path, { timeout: busyTimeoutMs });
    return wrapEngine(engine);
  });
}

/**
 * Whether there is a file of this name.
 * @throws AppError storage.unavailable, with `reason` read-only or cannot-open, where this user cannot tell
 */
export function isThere(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch (error) {
    // Asked for one by one: what `throwIfNoEntry` passes over differs between versions of Node.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw translateError(error);
  }
}

function prepareFile(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // SQLite gives its -wal and -shm files the mode of the file itself.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  accessSync(path, constants.R_OK | constants.W_OK);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

function wrapEngine(engine: Engine.Database): SqliteDatabase {
  const transaction = engine.transaction((work: () => unknown) => work());
  const atomically = <Result>(work: () => Result): Result =>
    translated(() => transaction.immediate(work) as Result);
  const group = createGroupCommit({ run: atomically, isOpen: () => engine.inTransaction });
  const watch = createChangeWatch(createVersionReader(engine));
  // After the statement: one that throws changed nothing, and nobody can read in between.
  const note = (changes: number): number => {
    if (changes > 0) watch.note();
    return changes;
  };
  return {
    query: (row, sql) => createQuery({ engine, note }, row, sql),
    command: (sql) => {
      const statement = translated(() => engine.prepare(sql));
      return (params) => note(translated(() => statement.run(params).changes));
    },
    orderedCommand: (sql) => {
      const statement = translated(() => engine.prepare(sql));
      return (...values) => note(translated(() => statement.run(...values).changes));
    },
    execute: (sql) => {
      watch.note();
      translated(() => engine.exec(sql));
    },
    version: watch.version,
    heard: watch.heard,
    quietly: watch.quietly,
    getPragma: (name) => translated(() => engine.pragma(name, { simple: true })),
    atomically,
    relaxed: (work) => {
      // In a write-ahead log NORMAL leaves the flush to a later commit.
      translated(() => engine.pragma('synchronous = NORMAL'));
      try {
        return atomically(work);
      } finally {
        translated(() => engine.pragma('synchronous = FULL'));
      }
    },
    write: (work) => group.write(work),
    copyTo: async (file) => {
      try {
        // In one piece: between pieces another process's write would make it begin anew.
        await engine.backup(file, { progress: () => allPages });
      } catch (error) {
        throw translateError(error);
      }
    },
    close: () => {
      group.flush();
      translated(() => engine.close());
    },
  };
}

/** How often others wrote. Prepared when it is first asked for: a file that is no database is told of by who reads it. */
function createVersionReader(engine: Engine.Database): () => unknown {
  let statement: Engine.Statement | undefined;
  return () =>
    translated(() => {
      statement ??= engine.prepare('PRAGMA data_version').pluck();
      return statement.get();
    });
}

function createQuery<Row>(
  { engine, note }: { readonly engine: Engine.Database; readonly note: (changes: number) => void },
  schema: z.ZodType<Row>,
  sql: string,
): Query<Row> {
  const statement = translated(() => engine.prepare(sql));
  // Some write too, and answer the rows that they wrote.
  const writes = !statement.readonly;
  const first = (params: SqlParams): unknown => {
    const row = translated(() => statement.get(params));
    if (writes && row !== undefined) note(1);
    return row;
  };
  return {
    find: (params) => {
      const row = first(params);
      return row === undefined ? undefined : parseRow(schema, row);
    },
    get: (params) => parseRow(schema, first(params)),
    list: (params) => {
      const rows = translated(() => statement.all(params));
      if (writes) note(rows.length);
      return rows.map((row) => parseRow(schema, row));
    },
    listWhile: (params, keep) =>
      translated(() => {
        const kept: Row[] = [];
        for (const raw of statement.iterate(params)) {
          if (writes) note(1);
          const row = parseRow(schema, raw);
          if (!keep(row)) break;
          kept.push(row);
        }
        return kept;
      }),
  };
}

function parseRow<Row>(schema: z.ZodType<Row>, row: unknown): Row {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new AppError('storage.unavailable', { reason: 'unreadable-row' }, { cause: parsed.error });
}

/** Runs work; what the engine or the system says against it is thrown as an AppError, with its reason. */
export function translated<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw translateError(error);
  }
}

const reasons: readonly (readonly [prefix: string, reason: string])[] = [
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  // No room for the companion file that readers share: it is grown before anything is written.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR', 'input-output'],
  ['EACCES', 'read-only'],
  ['EROFS', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOSPC', 'full'],
  ['EISDIR', 'cannot-open'],
  ['ENOTDIR', 'cannot-open'],
  ['EEXIST', 'cannot-open'],
  ['ELOOP', 'cannot-open'],
  ['ENAMETOOLONG', 'cannot-open'],
  ['EIO', 'input-output'],
];

function translateError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return new AppError('storage.duplicate', {}, { cause: error });
  }
  const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
  return reason === undefined ? error : new AppError('storage.unavailable', { reason }, { cause: error });
}
