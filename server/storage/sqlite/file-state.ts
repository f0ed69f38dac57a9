/** How a database file stands: rows of each table, and what the engine finds wrong. Reads only. */
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import type { SqliteDatabase } from './database.ts';
import { countOfEntries } from './entry-runs.ts';

/** Above this the engine's list of faults tells nothing more. */
const mostFaults = 10;

const nameRow = z.object({ name: z.string() });
const countRow = z.object({ count: z.number() });

/** Rows of every table of ours, by its name; of the log its entries, however many share a row. */
export function countRows(database: SqliteDatabase): Record<string, number> {
  const tables = database.query(
    nameRow,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return Object.fromEntries(
    tables.list({}).map(({ name }) => {
      const counted = name === 'entries' ? countOfEntries : 'count(*)';
      const rows = database.query(countRow, `SELECT ${counted} AS count FROM "${name}"`);
      return [name, rows.get({}).count];
    }),
  );
}

const faultRow = z.object({ integrity_check: z.string() });
const foreignRow = z.object({ table: z.string(), parent: z.string() });

/** A statement whose frame is not there. No foreign key says so: SQLite adds none over two columns to a table that is there. */
const frameless = `SELECT 1 AS count FROM statements s WHERE s.frame IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM frames f WHERE f.attemptId = s.attemptId AND f.id = s.frame) LIMIT 1`;

/** Pages, indexes and rows, then rows that point to what is not there. */
export function listFaults(database: SqliteDatabase): string[] {
  try {
    const found = database.query(faultRow, `PRAGMA integrity_check(${mostFaults})`).list({});
    const faults = found.map(({ integrity_check }) => integrity_check).filter((fault) => fault !== 'ok');
    if (faults.length > 0) return faults.slice(0, mostFaults);
    const foreign = database.query(foreignRow, 'PRAGMA foreign_key_check').list({});
    const lost = new Set(foreign.map(({ table, parent }) => `${table} → ${parent}`));
    if (hasFrames(database) && database.query(countRow, frameless).find({}) !== undefined) {
      lost.add('statements → frames');
    }
    return [...lost].slice(0, mostFaults);
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'corrupt') return ['corrupt'];
    throw error;
  }
}

/** A file of before version 10 has none. */
function hasFrames(database: SqliteDatabase): boolean {
  const table = database.query(nameRow, "SELECT name FROM sqlite_schema WHERE name = 'frames'");
  return table.find({}) !== undefined;
}
