/**
 * Statements as rows in SQLite. Four fifths of a statement's text are the same in many of its attempt, and stand once in the
 * table `frames`: a row holds what comes before that stretch, which one it is, and what comes after. A row without a frame
 * holds all in its head: it is older than frames, or was moved here.
 */
import { hash } from 'node:crypto';
import { statementFields } from '../shapes/attempts.ts';
import type { NewStatement } from '../ports/attempts.ts';
import type { SqliteDatabase } from './database.ts';
import { insertInto } from './rows.ts';

/** Columns of a statement besides its text. */
export const ownColumns: readonly string[] = Object.keys(statementFields.omit({ bytes: true }).shape);

/** SQL: the text of the statement in row `s`, byte for byte; NULL, which no reader takes, where its frame is gone. */
export const wholeBytes = `CASE WHEN s.frame IS NULL THEN s.head
  ELSE s.head || (SELECT f.text FROM frames f WHERE f.attemptId = s.attemptId AND f.id = s.frame) || s.tail END`;

/** SQL: the columns of a StatementRow, of row `s`. */
export const statementColumns = `${ownColumns.map((name) => `s.${name}`).join(', ')}, ${wholeBytes} AS bytes`;

/** Writes statements; runs inside the transaction that brings their attempt's change. */
export function createStatementWriter(
  database: SqliteDatabase,
): (statements: readonly NewStatement[]) => void {
  const insertFrame = database.command(
    `${insertInto('frames', ['attemptId', 'id', 'text'])} ON CONFLICT (attemptId, id) DO NOTHING`,
  );
  const insert = database.orderedCommand(
    `INSERT INTO statements (id, organisationId, studyId, attemptId, logSeq, part, tier, createdAt, head, frame, tail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (statements) => {
    const frames = new Map<string, string>();
    for (const one of statements) {
      const { id, organisationId, studyId, attemptId, logSeq, part, tier, createdAt } = one;
      let frame = frames.get(one.frame);
      if (frame === undefined) {
        frame = frameId(one.frame);
        frames.set(one.frame, frame);
        insertFrame({ attemptId, id: frame, text: one.frame });
      }
      // In the order of the columns above.
      insert(
        id,
        organisationId,
        studyId,
        attemptId,
        logSeq,
        part,
        tier,
        createdAt,
        one.head,
        frame,
        one.tail,
      );
    }
  };
}

/** Of 96 bits: an attempt has some dozens. */
function frameId(frame: string): string {
  return hash('sha256', frame, 'base64url').slice(0, 16);
}
