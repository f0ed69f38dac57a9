/** The data map (ADR 50): each field, why it exists, who reads it, where it comes from, how long it stays. */
import type { Label } from '../../xapi/statement.ts';
import type { DataGroup } from './data-map-types.ts';
import { exportTables } from './export-columns.ts';
import { logGroups } from './log-fields.ts';
import { staffExports } from './staff-exports.ts';
import { statementGroups } from './statement-properties.ts';
import { storedDeliveries } from './stored-deliveries.ts';
import { storedErasures } from './stored-erasures.ts';
import { storedLaunches } from './stored-launches.ts';
import { storedLog } from './stored-log.ts';
import { storedOrganisations } from './stored-organisations.ts';
import { storedPeople } from './stored-people.ts';
import { storedPlay } from './stored-play.ts';
import { storedUpkeep } from './stored-upkeep.ts';

export const storedFields: readonly DataGroup[] = [
  ...storedPeople,
  ...storedPlay,
  ...storedLog,
  ...storedLaunches,
  ...storedDeliveries,
  ...storedOrganisations,
  ...storedUpkeep,
  ...storedErasures,
];

export interface DataChapter {
  readonly title: Label;
  readonly about: readonly Label[];
  readonly groups: readonly DataGroup[];
}

export const dataMap: readonly DataChapter[] = [
  {
    title: { fr: 'Ce que la base garde', en: 'What the database keeps' },
    about: [
      {
        fr: 'Les deux bases ont les mêmes tables, sauf où c’est dit.',
        en: 'Both databases have the same tables, unless it says otherwise.',
      },
      {
        fr: 'La personne reçoit ses propres lignes dans la copie de «\u00a0Mes données\u00a0», qui dit ce qu’elle n’a pas et pourquoi.',
        en: 'People get their own rows in the copy of “My data”, which says what it does not have and why.',
      },
    ],
    groups: storedFields,
  },
  {
    title: { fr: 'Ce que les magasins de données reçoivent', en: 'What record stores receive' },
    about: [
      {
        fr: 'Un magasin de données de recherche reçoit les énoncés de qui a dit oui. Il n’y a ni nom, ni adresse, ni texte écrit.',
        en: 'A research store receives the statements of those who said yes. There is no name, address or typed text.',
      },
    ],
    groups: statementGroups,
  },
  {
    title: { fr: 'Ce que l’opérateur exporte', en: 'What the operator exports' },
    about: [
      {
        fr: 'Les colonnes ont ici leur clé dans le dictionnaire des variables, que `export codebook` écrit. Une colonne par scène, par item ou par dimension y a son propre nom. `export statements` écrit les énoncés tels que les magasins de données les reçoivent.',
        en: 'Columns have here their key in the codebook, which `export codebook` writes. A column for each scene, item or dimension has its own name there. `export statements` writes the statements as record stores receive them.',
      },
    ],
    groups: exportTables,
  },
  {
    title: { fr: 'Ce que le personnel et le carnet reçoivent', en: 'What staff and the gradebook receive' },
    about: [],
    groups: staffExports,
  },
  {
    title: { fr: 'Ce que le journal du serveur écrit', en: 'What the log of the server says' },
    about: [],
    groups: logGroups,
  },
];
