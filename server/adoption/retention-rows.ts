import type { Language } from '../../scenarios/world/base.ts';
import { dataMap } from '../privacy/data-map.ts';
import type { Retention } from '../privacy/data-map-types.ts';
import { retentionWords } from '../privacy/data-map-words.ts';
import type { Line } from './blocks.ts';

type Destroyer = 'alone' | 'database' | 'removed' | 'log' | 'store' | 'lms' | 'file';

const destroyers: Partial<Record<Retention, Destroyer>> = {
  launch: 'alone',
  session: 'alone',
  code: 'alone',
  held: 'alone',
  login: 'alone',
  engine: 'alone',
  audit: 'alone',
  settling: 'alone',
  voided: 'alone',
  removed: 'removed',
  log: 'log',
  'record-store': 'store',
  lms: 'lms',
  file: 'file',
};

/** One row for each retention of the data map: what lasts so long, how long, who destroys it. */
export function retentionRows(language: Language, words: Readonly<Record<Destroyer, Line>>): Line[][] {
  const kept = new Map<Retention, Set<string>>();
  for (const { name, about, points } of dataMap.flatMap(({ groups }) => groups)) {
    for (const { retention, nature } of Object.values(points)) {
      if (nature === 'technical') continue;
      const said = `${about[language].replace(/\.$/, '')} (\`${name}\`)`;
      kept.set(retention, (kept.get(retention) ?? new Set()).add(said));
    }
  }
  return [...kept].map(([retention, groups]) => [
    [...groups].join('\n'),
    retentionWords[retention][language],
    words[destroyers[retention] ?? 'database'],
  ]);
}
