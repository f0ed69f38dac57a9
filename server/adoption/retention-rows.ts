import type { Language } from '../../scenarios/world/base.ts';
import { dataMap } from '../privacy/data-map.ts';
import type { DataGroup, Retention } from '../privacy/data-map-types.ts';
import { retentionWords } from '../privacy/data-map-words.ts';
import type { Line } from './blocks.ts';

/** Tables whose rows do not go with the play of a person: each has a row of its own. */
export const tablesApart = [
  'consents',
  'backgrounds',
  'groupSettings',
  'studies',
  'studyTexts',
  'destinations',
  'audit',
  'erasures',
  'voidings',
  'erasedPersons',
] as const;
export type TableApart = (typeof tablesApart)[number];

type Destroyer = 'alone' | 'database' | 'log' | 'store' | 'lms' | 'file';

interface RetentionTexts {
  /** Instead of what the data map says of a table, which its own page explains. */
  readonly labels: Readonly<Record<string, string>>;
  readonly destroyers: Readonly<Record<Destroyer, Line>>;
  readonly apart: Readonly<Record<TableApart, readonly [what: string, kept: string, destroyer: Line]>>;
}

const destroyers: Partial<Record<Retention, Destroyer>> = {
  launch: 'alone',
  session: 'alone',
  code: 'alone',
  held: 'alone',
  login: 'alone',
  engine: 'alone',
  settling: 'alone',
  voided: 'alone',
  log: 'log',
  'record-store': 'store',
  lms: 'lms',
  file: 'file',
};

/** A row for each retention of the data map, then one for each table apart: what is kept, how long, who destroys it. */
export function retentionRows(
  language: Language,
  { labels, destroyers: words, apart }: RetentionTexts,
): Line[][] {
  const groups = dataMap.flatMap((section) => section.groups);
  const kept = new Map<Retention, Set<string>>();
  for (const group of groups.filter(({ name }) => !isApart(name))) {
    for (const retention of personalRetentions(group)) {
      const label = labels[group.name] ?? group.about[language].replace(/\.$/, '');
      const said = `${label} (\`${group.name}\`)`;
      kept.set(retention, (kept.get(retention) ?? new Set()).add(said));
    }
  }
  return [
    ...[...kept].map(([retention, what]) => [
      [...what].join('\n'),
      retentionWords[retention][language],
      words[destroyers[retention] ?? 'database'],
    ]),
    ...tablesApart.map((name) => {
      const [what, howLong, destroyer] = apart[name];
      return [`${what} (\`${name}\`)`, howLong, destroyer];
    }),
  ];
}

function isApart(name: string): name is TableApart {
  return tablesApart.some((one) => one === name);
}

function personalRetentions({ points }: DataGroup): Retention[] {
  return Object.values(points)
    .filter(({ nature }) => nature !== 'technical')
    .map(({ retention }) => retention);
}
