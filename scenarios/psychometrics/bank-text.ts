/** Writes a bank with one line per item, so that people can compare versions. */
import { Document, isMap, isSeq } from 'yaml';
import type { BankFile } from '../measurement/bank-schema.ts';

const heading = ` yaml-language-server: $schema=../../editor/bank.schema.json
 Item parameters, version {version}: what each scenario shows of a dimension, and how hard each of its points is. Server
 only. A version never changes: new figures are a new file, and count only for the forms that name it. Steps in logits.`;

export function writeBank(file: BankFile): string {
  const items = file.items.map(({ slope, ...item }) => (slope === 1 ? item : { ...item, slope }));
  const document = new Document({ ...file, items });
  document.commentBefore = heading.replace('{version}', String(file.version));
  for (const name of ['prior', 'cuts', 'worlds']) {
    const node = document.get(name);
    if (isMap(node) || isSeq(node)) node.flow = true;
  }
  const list = document.get('items');
  for (const item of isSeq(list) ? list.items : []) if (isMap(item)) item.flow = true;
  return document.toString({ lineWidth: 0 });
}
