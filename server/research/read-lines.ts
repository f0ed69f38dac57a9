/** Only line feeds end lines; other bytes stay unchanged. */
import { createReadStream } from 'node:fs';

export interface FileLine {
  readonly text: string;
  /** Only the last may lack its line feed. */
  readonly isEnded: boolean;
}

/** Streams, because files may exceed memory. */
export async function* readLines(file: string): AsyncGenerator<FileLine, void, undefined> {
  let rest = '';
  const chunks: AsyncIterable<string> = createReadStream(file, 'utf8');
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) yield { text, isEnded: true };
  }
  if (rest !== '') yield { text: rest, isEnded: false };
}
