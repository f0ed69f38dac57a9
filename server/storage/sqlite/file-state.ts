/** How a database file stands: rows of each table, and what the engine finds wrong. Reads only. */
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { SqliteDatabase } from './database.ts';

/** Above this the engine's list of faults tells nothing more. */
const mostFaults = 10;

const nameRow = z.object({ name: z.string() });
const countRow = z.object({ count: z.number() });

/** Rows of every table of ours, by its name. */
export function countRows(database: SqliteDatabase): Record<string, number> {
  const tables = database.query(
    nameRow,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return Object.fromEntries(
    tables.list({}).map(({ name }) => {
      const rows = database.query(countRow, `SELECT count(*) AS count FROM "${name}"`);
      return [name, rows.get({}).count];
    }),
  );
}

const faultRow = z.object({ integrity_check: z.string() });
const foreignRow = z.object({ table: z.string(), parent: z.string() });

/** Pages, indexes and rows, then rows that point to what is not there. */
export function listFaults(database: SqliteDatabase): string[] {
  try {
    const found = database.query(faultRow, `PRAGMA integrity_check(${mostFaults})`).list({});
    const faults = found.map(({ integrity_check }) => integrity_check).filter((fault) => fault !== 'ok');
    if (faults.length > 0) return faults.slice(0, mostFaults);
    const foreign = database.query(foreignRow, 'PRAGMA foreign_key_check').list({});
    return [...new Set(foreign.map(({ table, parent }) => `${table} → ${parent}`))].slice(0, mostFaults);
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'corrupt') return ['corrupt'];
    throw error;
  }
}
