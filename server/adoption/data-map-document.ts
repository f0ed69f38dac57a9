/** The data map of server/privacy as a document; technical fields by their names alone. */
import type { Language } from '../../scenarios/world/base.ts';
import type { Label } from '../../xapi/statement.ts';
import { dataMap } from '../privacy/data-map.ts';
import { onlyWords, tableHeads } from '../privacy/data-map-page.ts';
import type { DataGroup, DataPoint } from '../privacy/data-map-types.ts';
import {
  natureMeanings,
  natureWords,
  readerWords,
  retentionWords,
  sourceWords,
} from '../privacy/data-map-words.ts';
import { type Block, h1, h2, type Line, p, points, table } from './blocks.ts';

const introduction: readonly Label[] = [
  {
    fr: 'Voici chaque champ que NUM+ garde, envoie, journalise ou exporte. Cette carte vient du programme. Une vérification automatique s’assure qu’aucun champ n’y manque.',
    en: 'These are all fields that NUM+ stores, sends, logs or exports. This map is part of the program: a test fails if a field is missing.',
  },
  {
    fr: 'Les noms comme `persons` sont ceux du programme. Ils servent à parler avec la personne qui gère le serveur.',
    en: 'Names such as `persons` are those of the program. They help you talk with the person who runs the server.',
  },
  {
    fr: 'Une copie de sécurité a les mêmes champs que la base. Le nom d’une personne n’est jamais gardé\u00a0: le personnel le lit du LMS.',
    en: 'A backup has the fields of the database. The name of a person is never stored: staff read it from the LMS.',
  },
];

const technicalWords: Label = {
  fr: 'Champs techniques, sur aucune personne\u00a0: ',
  en: 'Technical fields, about no person: ',
};

/** Below the table: long lists of names leave no room in a cell. */
const partWords: Readonly<Record<Language, (field: string) => string>> = {
  fr: (field) => `Ce que \`${field}\` contient\u00a0: `,
  en: (field) => `What \`${field}\` contains: `,
};

const glance: { readonly title: Label; readonly heads: readonly Label[] } = {
  title: { fr: 'En un coup d’œil', en: 'At a glance' },
  heads: [
    { fr: 'nom', en: 'name' },
    { fr: 'contenu', en: 'content' },
    { fr: 'nature', en: 'nature' },
    { fr: 'champs', en: 'fields' },
  ],
};

export function dataMapBlocks(language: Language): Block[] {
  return [
    ...introduction.map((one) => p(one[language])),
    points(
      ...Object.entries(natureMeanings).map(
        ([nature, meaning]) =>
          `**${natureWords[nature as DataPoint['nature']][language]}**. ${meaning[language]}`,
      ),
    ),
    h1(glance.title[language]),
    table(
      [3, 7, 3, 2],
      glance.heads.map((head) => head[language]),
      ...dataMap.flatMap(({ groups }) => groups).map((group) => glanceRow(group, language)),
    ),
    ...dataMap.flatMap(({ title, about, groups }) => [
      h1(title[language]),
      ...about.map((one) => p(one[language])),
      ...groups.flatMap((group) => groupBlocks(group, language)),
    ]),
  ];
}

function glanceRow({ name, about, points: fields }: DataGroup, language: Language): Line[] {
  const all = Object.values(fields);
  const natures = new Set(all.map(({ nature }) => natureWords[nature][language]));
  return [`\`${name}\``, about[language], [...natures].join(', '), String(all.length)];
}

function groupBlocks({ name, about, only, points: fields }: DataGroup, language: Language): Block[] {
  const entries = Object.entries(fields);
  const personal = entries.filter(([, { nature }]) => nature !== 'technical');
  const technical = entries
    .filter(([, { nature }]) => nature === 'technical')
    .map(([field]) => `\`${field}\``);
  return [
    h2(`\`${name}\``),
    p(`${only === undefined ? '' : `${onlyWords[only][language]}. `}${about[language]}`),
    ...(personal.length === 0
      ? []
      : [
          table(
            [10, 9, 8, 6, 14, 6],
            tableHeads.map((head) => head[language]),
            ...personal.map(([field, point]) => rowOf(field, point, language)),
          ),
          ...personal.flatMap(([field, { parts }]) =>
            parts === undefined
              ? []
              : [p(`${partWords[language](field)}${parts.map((part) => `\`${part}\``).join(', ')}.`)],
          ),
        ]),
    ...(technical.length === 0 ? [] : [p(`${technicalWords[language]}${technical.join(', ')}.`)]),
  ];
}

function rowOf(field: string, point: DataPoint, language: Language): Line[] {
  const { purpose, readers, source, retention, nature, only } = point;
  return [
    `\`${field}\`${only === undefined ? '' : ` (${onlyWords[only][language]})`}`,
    purpose[language],
    // Some readers have a comma of their own.
    readers.map((reader) => readerWords[reader][language]).join('; '),
    sourceWords[source][language],
    retentionWords[retention][language],
    natureWords[nature][language],
  ];
}
