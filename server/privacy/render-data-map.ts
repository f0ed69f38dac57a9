/** The data map as a page, in French and in English. */
import type { Label } from '../../xapi/statement.ts';
import { type DataChapter, dataMap } from './data-map.ts';
import type { DataGroup, DataPoint } from './data-map-types.ts';
import { introduction, onlyWords, pageTitle, staysWords, tableHeads } from './data-map-page.ts';
import { natureMeanings, natureWords, readerWords, retentionWords, sourceWords } from './data-map-words.ts';

type Language = keyof Label;

export function renderDataMap(language: Language): string {
  const say = (label: Label): string => label[language];
  return `${[
    `# ${say(pageTitle)}`,
    ...introduction.map(say),
    Object.entries(natureMeanings)
      .map(([nature, meaning]) => `- **${say(natureWords[nature as DataPoint['nature']])}**. ${say(meaning)}`)
      .join('\n'),
    ...dataMap.flatMap((chapter) => chapterOf(chapter, language)),
  ].join('\n\n')}\n`;
}

function chapterOf({ title, about, groups }: DataChapter, language: Language): string[] {
  return [
    `## ${title[language]}`,
    ...about.map((label) => label[language]),
    ...groups.flatMap((group) => [
      `### \`${group.name}\``,
      `${group.about[language]}${group.only === undefined ? '' : ` ${onlyWords[group.only][language]}.`}`,
      ...(group.stays === undefined ? [] : [`${staysWords[language]} ${group.stays[language]}`]),
      tableOf(group, language),
    ]),
  ];
}

function tableOf({ points }: DataGroup, language: Language): string {
  const lines = Object.entries(points).map(([field, point]) => [
    `\`${field}\`${point.only === undefined ? '' : ` (${onlyWords[point.only][language]})`}`,
    purposeOf(point, language),
    point.readers.map((reader) => readerWords[reader][language]).join(', '),
    sourceWords[point.source][language],
    retentionWords[point.retention][language],
    natureWords[point.nature][language],
  ]);
  const heads = tableHeads.map((head) => head[language]);
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function purposeOf({ purpose, parts }: DataPoint, language: Language): string {
  if (parts === undefined) return purpose[language];
  return `${purpose[language]} ${parts.map((part) => `\`${part}\``).join(', ')}`;
}
