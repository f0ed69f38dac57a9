/**
 * Statements as rows in SQLite. Most of a statement's text is common to many statements of its attempt and stands once in the
 * table `frames`: a row holds what comes before that stretch (`head`), the id of the frame, and what comes after (`tail`). A row
 * without a frame has its whole text in `head`: it is older than frames, or was moved here.
 */
import { hash } from 'node:crypto';
import { statementFields } from '../shapes/attempts.ts';
import type { NewStatement } from '../ports/attempts.ts';
import type { SqliteDatabase } from './database.ts';
import { insertInto } from './rows.ts';

/** Columns of a statement besides its text. */
export const ownColumns: readonly string[] = Object.keys(statementFields.omit({ bytes: true }).shape);

/** SQL: the text of the statement in row `s`, byte for byte; NULL, which no reader accepts, if its frame is missing. */
export const wholeBytes = `CASE WHEN s.frame IS NULL THEN s.head
  ELSE s.head || (SELECT f.text FROM frames f WHERE f.attemptId = s.attemptId AND f.id = s.frame) || s.tail END`;

/** SQL: the columns of a StatementRow, of row `s`. */
export const statementColumns = `${ownColumns.map((name) => `s.${name}`).join(', ')}, ${wholeBytes} AS bytes`;

/** Returns a writer of statements, to be called inside the transaction that appends to their attempt. */
export function createStatementWriter(
  database: SqliteDatabase,
): (statements: readonly NewStatement[]) => void {
  const insertFrame = database.command(
    `${insertInto('frames', ['attemptId', 'id', 'text'])} ON CONFLICT (attemptId, id) DO NOTHING`,
  );
  const insert = database.command(insertInto('statements', [...ownColumns, 'head', 'frame', 'tail']));
  return (statements) => {
    const frames = new Map<string, string>();
    for (const { bytes, shared, ...own } of statements) {
      if (shared === undefined) {
        insert({ ...own, head: bytes, frame: null, tail: '' });
        continue;
      }
      const text = bytes.slice(shared.from, shared.to);
      let frame = frames.get(text);
      if (frame === undefined) {
        frame = frameId(text);
        frames.set(text, frame);
        insertFrame({ attemptId: own.attemptId, id: frame, text });
      }
      insert({ ...own, head: bytes.slice(0, shared.from), frame, tail: bytes.slice(shared.to) });
    }
  };
}

/** 96 bits are enough: an attempt has a few dozen frames. Found by its text, so that no append has to look which exist. */
function frameId(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
