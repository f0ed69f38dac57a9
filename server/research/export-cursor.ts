/** Where an export stopped: read from its last line, so that it can continue. */
import { z } from 'zod';
import type { StatementRef } from '../storage/ports/attempts.ts';
import { extensions } from '../../xapi/vocabulary.ts';

export type ExportCursor = StatementRef;

const exported = z.object({
  id: z.string().min(1),
  context: z.object({
    registration: z.string().min(1),
    extensions: z.object({ [extensions.seq]: z.number().int().positive() }),
  }),
});

export function cursorOfLine(line: string): ExportCursor | undefined {
  const read = exported.safeParse(parseJson(line));
  if (!read.success) return undefined;
  const { id, context } = read.data;
  return { attemptId: context.registration, logSeq: context.extensions[extensions.seq], statementId: id };
}

/** `attempt:logSeq:statement`. */
export function formatCursor({ attemptId, logSeq, statementId }: ExportCursor): string {
  return [attemptId, logSeq, statementId].join(':');
}

const idPart = /^[\w-]{1,64}$/;

export function parseCursor(text: string): ExportCursor | undefined {
  const [attemptId = '', seq = '', statementId = '', ...rest] = text.split(':');
  const isCursor =
    rest.length === 0 && idPart.test(attemptId) && idPart.test(statementId) && /^[1-9]\d{0,8}$/.test(seq);
  return isCursor ? { attemptId, logSeq: Number(seq), statementId } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
