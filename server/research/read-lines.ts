/** Lines of a file, ended only by line feeds, with every other byte unchanged. */
import { createReadStream } from 'node:fs';

export interface FileLine {
  readonly text: string;
  /** Whether it ends with a line feed; only the last line may not. */
  readonly isEnded: boolean;
}

/** Reads in chunks, because a file may be larger than memory. */
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
