/** The font with the weights of the pages only. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '../..');
const file =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
/** As in styles/fonts.css. */
const weights = { min: 400, max: 650 };
/** Of the font's own texts: who made it, and its licence. */
const copyright = [0, 13, 14];

export async function writeLightFont(): Promise<{ find: string; replacement: string }> {
  const light = await subsetFont(readFileSync(join(root, 'node_modules', file)), '', {
    keepAllGlyphs: true,
    variationAxes: { wght: weights },
    preserveNameIds: copyright,
    targetFormat: 'woff2',
  });
  const folder = join(root, 'node_modules/.cache/numplus');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, basename(file)), light);
  return { find: file, replacement: join(folder, basename(file)) };
}
