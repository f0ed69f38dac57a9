/** The route of statements behind `fetch`: a small file, and a line that breaks as a test orders. */
import { cursorOfLine, formatCursor } from '../../../../server/research/export-cursor.ts';
import { extensions } from '../../../../xapi/vocabulary.ts';

/** What becomes of one request. `cutAt`: after so many bytes; `endsWell`: as if the body had come to its end. */
export interface Trouble {
  readonly cutAt?: number;
  readonly endsWell?: boolean;
  /** Says nothing more after the cut, and does not end. */
  readonly stalls?: boolean;
  readonly status?: number;
  /** A body of another server, such as a proxy. */
  readonly text?: string;
}

/** A line as the server writes it; the name has letters of two bytes. */
export function sampleLine(seq: number): string {
  return `${JSON.stringify({
    id: `statement-${String(seq)}`,
    actor: { account: { name: 'é' } },
    context: { registration: 'attempt-1', extensions: { [extensions.seq]: seq } },
  })}\n`;
}

export class StatementServer {
  lines: readonly string[] = [1, 2, 3].map(sampleLine);
  /** What happens to the next requests, in order; those after them go well. */
  troubles: Trouble[] = [];
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  /** Pieces of a body are so large. */
  pieceBytes = 7;

  get text(): string {
    return this.lines.join('');
  }

  readonly fetch: typeof fetch = (input, init) => {
    const path = typeof input === 'string' ? input : '';
    this.asked.push(path);
    const trouble = this.troubles.shift() ?? {};
    if (trouble.status !== undefined) {
      const code = trouble.status === 401 ? 'session.expired' : 'server.unexpected';
      return Promise.resolve(Response.json({ code, params: {} }, { status: trouble.status }));
    }
    const body = new TextEncoder().encode(trouble.text ?? this.#behind(path));
    return Promise.resolve(new Response(this.#stream(body, trouble, init?.signal ?? null)));
  };

  /** What the server has behind the place that the path names. */
  #behind(path: string): string {
    const after = new URL(path, 'https://tool.example').searchParams.get('after');
    if (after === null) return this.text;
    const place = this.lines.findIndex((line) => {
      const cursor = cursorOfLine(line);
      return cursor !== undefined && formatCursor(cursor) === after;
    });
    if (place === -1) throw new Error(`nothing has the cursor ${after}`);
    return this.lines.slice(place + 1).join('');
  }

  #stream(body: Uint8Array, trouble: Trouble, signal: AbortSignal | null): ReadableStream {
    const { cutAt = body.length, stalls = false } = trouble;
    const isCut = trouble.cutAt !== undefined && trouble.endsWell !== true;
    let at = 0;
    return new ReadableStream({
      start: (stream) => {
        signal?.addEventListener('abort', () => {
          stream.error(new TypeError('aborted'));
        });
      },
      pull: async (stream) => {
        const end = Math.min(cutAt, at + this.pieceBytes);
        if (end > at) {
          stream.enqueue(body.slice(at, end));
          at = end;
        } else if (stalls) await new Promise(() => undefined);
        else if (isCut) stream.error(new TypeError('cut'));
        else stream.close();
      },
    });
  }
}
