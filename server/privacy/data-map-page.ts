/** What the page of the data map says around its tables. */
import type { Label } from '../../xapi/statement.ts';

export const pageTitle: Label = { fr: 'Carte des données', en: 'Data map' };

export const introduction: readonly Label[] = [
  {
    fr: 'Chaque champ que NUM+ garde, envoie, journalise ou exporte. Cette page est faite par `npm run generate`; un test échoue si un champ y manque.',
    en: 'Each field that NUM+ stores, sends, logs or exports. `npm run generate` makes this page; a test fails if a field is missing.',
  },
  {
    fr: 'Le programme supprime de lui-même les lancements, les connexions et les pages qui ont expiré. Le reste disparaît quand la personne est effacée, ou quand la durée promise par son étude est passée. Sous chaque table, la page dit ce qui reste alors.',
    en: 'The program deletes expired launches, logins and pages by itself. The rest disappears when the person is erased, or when the period that the study promises is over. Below each table, the page says what stays then.',
  },
  {
    fr: 'Qui exploite le serveur peut ouvrir la base, les journaux et les copies de sécurité. «\u00a0L’opérateur\u00a0» ci-dessous est une personne à qui le programme montre le champ. Une copie de sécurité a les mêmes champs que la base et dure aussi longtemps que quelqu’un la garde.',
    en: 'Whoever runs the server can open the database, the logs and the backups. “The operator” below is somebody to whom the program shows the field. A backup has the fields of the database, and lasts as long as somebody keeps it.',
  },
  {
    fr: 'Le nom d’une personne n’est jamais gardé. Le personnel le lit du LMS quand il ouvre une page.',
    en: 'The name of a person is never stored. Staff read it from the LMS when they open a page.',
  },
];

export const tableHeads: readonly Label[] = [
  { fr: 'champ', en: 'field' },
  { fr: 'pourquoi', en: 'purpose' },
  { fr: 'qui le lit', en: 'who reads it' },
  { fr: 'd’où il vient', en: 'from where' },
  { fr: 'combien de temps', en: 'how long' },
  { fr: 'nature', en: 'nature' },
];

export const onlyWords: Readonly<Record<'sqlite' | 'mongodb', Label>> = {
  sqlite: { fr: 'SQLite seulement', en: 'SQLite only' },
  mongodb: { fr: 'MongoDB seulement', en: 'MongoDB only' },
};

export const staysWords: Label = { fr: 'Reste après un effacement\u00a0:', en: 'Stays after an erasure:' };
