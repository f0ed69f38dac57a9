/**
 * Text common to many statements of an attempt is stored once in `frames`: a row holds the text before (`head`)
 * and after it (`tail`). A row without a frame, older or moved here, has its whole text in `head`.
 */
import { hash } from 'node:crypto';
import { statementFields } from '../shapes/attempts.ts';
import type { NewStatement } from '../ports/attempts.ts';
import type { SqliteDatabase } from './database.ts';
import { insertInto } from './rows.ts';

export const ownColumns: readonly string[] = Object.keys(statementFields.omit({ bytes: true }).shape);

/** SQL: the text of row `s`, byte for byte; NULL, which no reader accepts, if its frame is missing. */
export const wholeBytes = `CASE WHEN s.frame IS NULL THEN s.head
  ELSE s.head || (SELECT f.text FROM frames f WHERE f.attemptId = s.attemptId AND f.id = s.frame) || s.tail END`;

export const statementColumns = `${ownColumns.map((name) => `s.${name}`).join(', ')}, ${wholeBytes} AS bytes`;

/** For use inside the append's transaction. */
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

/**
 * 96 bits are enough for a few dozen frames per attempt. Derived from the text, so that no append looks which
 * exist.
 */
function frameId(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
