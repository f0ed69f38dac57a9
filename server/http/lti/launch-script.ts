import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const entry = 'src/launch/main.ts';
const Manifest = z.record(z.string(), z.object({ file: z.string() }));

/** @throws Error if the client's build is incomplete */
export async function readLaunchScript(clientDir: string): Promise<string> {
  const content: unknown = JSON.parse(await readFile(join(clientDir, '.vite', 'manifest.json'), 'utf8'));
  const file = Manifest.parse(content)[entry]?.file;
  if (file === undefined) throw new Error(`The built client has no ${entry}.`);
  return readFile(join(clientDir, file), 'utf8');
}
