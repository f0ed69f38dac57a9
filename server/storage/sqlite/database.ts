/** The only file that imports better-sqlite3. */
import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Engine from 'better-sqlite3';
import type { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { makeFolder } from '../../base/make-folder.ts';
import { createGroupCommit } from './group-commit.ts';

/** A boolean is bound as 0 or 1. */
export type SqlParams = Readonly<Record<string, string | number | null>>;

export interface Query<Row> {
  find(params: SqlParams): Row | undefined;
  /** Throws if there is no row. */
  get(params: SqlParams): Row;
  list(params: SqlParams): Row[];
  /** Reads no row after the first that `keep` refuses. */
  listWhile(params: SqlParams, keep: (row: Row) => boolean): Row[];
}

type Command = (params: SqlParams) => number;

export interface SqliteDatabase {
  /**
   * Validates each row.
   * @throws AppError storage.unavailable; `reason` unreadable-row
   */
  query<Row>(row: z.ZodType<Row>, sql: string): Query<Row>;
  /**
   * Without validation, for rows that every learner action reads; `doctor` finds faults in them.
   * @throws as `query` if `toRow` throws
   */
  trusted<Row>(toRow: (stored: never) => Row, sql: string): Query<Row>;
  command(sql: string): Command;
  execute(sql: string): void;
  getPragma(name: string): unknown;
  /** Takes the write lock at its start. */
  atomically<Result>(work: () => Result): Result;
  /**
   * Like `atomically`, without waiting for the disk: a power cut may undo it as a whole. Only for repeatable
   * work.
   */
  relaxed<Result>(work: () => Result): Result;
  /**
   * Like `atomically`, grouped with concurrent writes; resolves once durable.
   * @param work reads and writes only this database: it may run twice
   */
  write<Result>(work: () => Result): Promise<Result>;
  /** As of one moment, while others write. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

const busyTimeoutMs = 5_000;

/** More pages than any file has. */
const allPages = 2 ** 31 - 1;

/**
 * Creates file and folder for the owner alone (mode 0600).
 * @throws AppError storage.unavailable; `reason` read-only, cannot-open, not-a-database …
 */
export function openDatabase(file: string): SqliteDatabase {
  const path = resolve(file);
  return translated(() => {
    prepareFile(path);
    const engine = new Engine(path, { timeout: busyTimeoutMs });
    return wrapEngine(engine);
  });
}

/** @throws AppError storage.unavailable; `reason` read-only or cannot-open */
export function isThere(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch (error) {
    // Node versions differ in which errors `throwIfNoEntry` ignores.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw translateError(error);
  }
}

function prepareFile(path: string): void {
  const folder = dirname(path);
  makeFolder(folder, 0o700);
  // SQLite gives -wal and -shm the file's mode.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  accessSync(path, constants.R_OK | constants.W_OK);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

function wrapEngine(engine: Engine.Database): SqliteDatabase {
  const transaction = engine.transaction((work: () => unknown) => work());
  const atomically = <Result>(work: () => Result): Result =>
    translated(() => transaction.immediate(work) as Result);
  const group = createGroupCommit({ run: atomically, isOpen: () => engine.inTransaction });
  return {
    query: (row, sql) => createQuery(engine, (stored) => parseRow(row, stored), sql),
    trusted: (toRow, sql) => createQuery(engine, (stored) => mapRow(toRow, stored), sql),
    command: (sql) => {
      const statement = translated(() => engine.prepare(sql));
      return (params) => translated(() => statement.run(params).changes);
    },
    execute: (sql) => {
      translated(() => engine.exec(sql));
    },
    getPragma: (name) => translated(() => engine.pragma(name, { simple: true })),
    atomically,
    relaxed: (work) => {
      // In WAL mode NORMAL defers the flush to a later commit.
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
        // Copies in one step, because a write of another process would restart it.
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

function createQuery<Row>(engine: Engine.Database, toRow: (stored: unknown) => Row, sql: string): Query<Row> {
  const statement = translated(() => engine.prepare(sql));
  return {
    find: (params) => {
      const stored = translated(() => statement.get(params));
      return stored === undefined ? undefined : toRow(stored);
    },
    get: (params) => toRow(translated(() => statement.get(params))),
    list: (params) => translated(() => statement.all(params)).map(toRow),
    listWhile: (params, keep) =>
      translated(() => {
        const rows: Row[] = [];
        for (const stored of statement.iterate(params)) {
          const row = toRow(stored);
          if (!keep(row)) break;
          rows.push(row);
        }
        return rows;
      }),
  };
}

function parseRow<Row>(schema: z.ZodType<Row>, stored: unknown): Row {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  throw unreadableRow(parsed.error);
}

function mapRow<Row>(toRow: (stored: never) => Row, stored: unknown): Row {
  try {
    return toRow(stored as never);
  } catch (error) {
    throw unreadableRow(error);
  }
}

function unreadableRow(cause: unknown): AppError {
  return new AppError('storage.unavailable', { reason: 'unreadable-row' }, { cause });
}

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
  // There is no room for the -shm file to grow.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR', 'input-output'],
  ['EACCES', 'read-only'],
  ['EROFS', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  // Of a folder that cannot exist, as below /proc.
  ['ENOENT', 'cannot-open'],
  ['EISDIR', 'cannot-open'],
  ['ENOTDIR', 'cannot-open'],
  ['EEXIST', 'cannot-open'],
  ['ELOOP', 'cannot-open'],
  ['ENAMETOOLONG', 'cannot-open'],
  ['EIO', 'input-output'],
];

/** Our statements fit every sound file, so these messages mean a damaged one. */
const damage =
  /^(no such (table|column|index)|malformed JSON|duplicate column|.* (already exists|has no column named))/;

function translateError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return new AppError('storage.duplicate', {}, { cause: error });
  }
  const isDamage = code === 'SQLITE_ERROR' && damage.test(error.message);
  const reason = isDamage ? 'corrupt' : reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
  return reason === undefined ? error : new AppError('storage.unavailable', { reason }, { cause: error });
}
