import { existsSync, readFileSync } from 'node:fs';

const hashShape = /^[0-9a-f]{64}$/;

/** One hash a line; other lines are ignored, as one that was cut off. Empty if there is no file. */
export function readErasedFile(file: string): Set<string> {
  if (!existsSync(file)) return new Set();
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => hashShape.test(line)),
  );
}
