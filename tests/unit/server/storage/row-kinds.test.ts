import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rowKindNames, rowKinds } from '../../../../server/storage/row-kinds.ts';
import { transferKinds } from '../../../../server/storage/ports/transfer.ts';
import { openDatabase } from '../../../../server/storage/sqlite/database.ts';
import { migrate } from '../../../../server/storage/sqlite/migrate.ts';

describe('records that are transferred field by field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-kinds-'));
  const database = openDatabase(join(folder, 'test.db'));
  migrate(database);
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const tables = database.query(
    z.object({ name: z.string() }),
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const columns = database.query(
    z.object({ name: z.string(), type: z.string() }),
    'SELECT name, type FROM pragma_table_info(@table)',
  );

  it.each(rowKindNames)('have every column of their table, and no other: %s', (kind) => {
    const fields = Object.entries(rowKinds[kind].fields);
    const told = fields.map(([name, type]) => [
      name,
      type === 'text' || type === 'json' ? 'TEXT' : 'INTEGER',
    ]);
    const found = columns.list({ table: kind }).map(({ name, type }) => [name, type]);
    expect(told.sort()).toEqual(found.sort());
  });

  it('include every table except those whose rows live for minutes', () => {
    const moved = [
      ...transferKinds,
      ...['ltiFields', 'entries', 'statements', 'frames', 'receipts', 'deliveryProgress'],
    ];
    const left = tables.list({}).map(({ name }) => name);
    expect(left.filter((name) => !moved.includes(name)).sort()).toEqual([
      'codes',
      'heldLaunches',
      'loginStates',
    ]);
  });
});
