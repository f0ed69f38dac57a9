/** Compresses better than there is time for in a request. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

interface Plugin {
  readonly name: string;
  writeBundle(
    options: { readonly dir?: string },
    bundle: Record<string, { readonly code?: string; readonly source?: string | Uint8Array }>,
  ): void;
}

export function compressFiles(): Plugin {
  return {
    name: 'compress-files',
    writeBundle({ dir = '' }, bundle) {
      for (const [name, { code, source }] of Object.entries(bundle)) {
        const content = code ?? source;
        if (!/^assets\/.+\.(?:js|css)$/.test(name) || content === undefined) continue;
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      }
    },
  };
}
