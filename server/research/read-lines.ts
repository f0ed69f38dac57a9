/** Lines of a file as they were written: ended by a line feed and by nothing else, not one byte interpreted away. */
import { createReadStream } from 'node:fs';

export interface FileLine {
  readonly text: string;
  /** Whether its line feed is there: only the last may lack it. */
  readonly isEnded: boolean;
}

/** Reads piece by piece: a file may be larger than memory. */
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
