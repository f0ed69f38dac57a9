/**
 * Makes a database as large as years of use: copies of an attempt that was really played, with its log and its
 * statements, each by another person. Straight into the file: by the interface it would take a day.
 */
import Engine from 'better-sqlite3';

const copiesAtOnce = 1_000;

/** Columns that differ per copy; every other column is the original's. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  attempts: { id: "'copy-' || copy.n", personId: "'person-' || copy.n" },
  entries: { attemptId: "'copy-' || copy.n" },
  frames: { attemptId: "'copy-' || copy.n" },
  statements: { attemptId: "'copy-' || copy.n", id: "original.id || '-' || copy.n" },
};

/**
 * @param file of the database
 * @param attemptId the attempt to copy
 * @param total how many attempts there are afterwards
 */
export function fillAttempts(file: string, attemptId: string, total: number): void {
  const database = new Engine(file);
  // A measurement's own data: the disk may forget them.
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000');
  const { stored } = database.prepare('SELECT count(*) AS stored FROM attempts').get() as { stored: number };
  const inserts = Object.keys(own).map((table) => database.prepare(copySql(database, table)));
  for (let from = stored; from < total; from += copiesAtOnce) {
    const to = Math.min(total, from + copiesAtOnce) - 1;
    database.transaction(() => {
      for (const insert of inserts) insert.run({ attemptId, from, to });
    })();
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function copySql(database: Engine.Database, table: string): string {
  const names = database
    .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'position'`)
    .pluck()
    .all() as string[];
  const values = names.map((name) => own[table]?.[name] ?? `original.${name}`);
  const key = table === 'attempts' ? 'id' : 'attemptId';
  return `WITH RECURSIVE copy (n) AS (SELECT @from UNION ALL SELECT n + 1 FROM copy WHERE n < @to)
    INSERT INTO ${table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM copy JOIN ${table} AS original ON original.${key} = @attemptId`;
}
