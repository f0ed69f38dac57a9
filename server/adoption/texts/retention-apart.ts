/** What the retention schedule says of tables in its own words. */
import type { Line } from '../blocks.ts';
import type { TableApart } from '../retention-rows.ts';
import { months } from './notices.en.ts';

type Rows = Readonly<Record<TableApart, readonly [what: string, kept: string, destroyer: Line]>>;

export const labelsFr: Readonly<Record<string, string>> = {
  log: 'Le journal du serveur\u00a0: codes, heures, numéros',
  'xAPI Statement': 'Les énoncés reçus par un magasin de données',
  extensions: 'Leurs détails propres à NUM+',
  'export matrix': 'Le fichier des résultats, une ligne par essai',
  'export process': 'Le fichier des scènes, une ligne par scène',
  'AGS Score': 'La note dans le carnet du LMS',
};

export const labelsEn: Readonly<Record<string, string>> = {
  log: 'The log of the server: codes, times, numbers',
  'xAPI Statement': 'The statements that a record store received',
  extensions: 'Details of them that only NUM+ has',
  'export matrix': 'The file of results, a row for each attempt',
  'export process': 'The file of scenes, a row for each scene',
  'AGS Score': 'The grade in the gradebook of the LMS',
};

export function tablesApartFr(auditMonths: number): Rows {
  const withPerson = 'le programme à la fin de la durée de l’étude, la personne, ou l’opérateur sur demande';
  const atEnd = 'l’opérateur, avec la base';
  return {
    consents: [
      'Les réponses sur la recherche, chiffrées, avec leurs dates et leurs versions',
      'jusqu’à l’effacement de la personne ou de ce qu’elle a fait dans l’étude; un retrait y reste noté',
      withPerson,
    ],
    backgrounds: [
      'Les réponses aux questions sur soi, chiffrées',
      'jusqu’au retrait, à l’effacement, ou à la demande de la personne dans le jeu',
      withPerson,
    ],
    groupSettings: [
      'Les réglages d’un groupe\u00a0: aide, besoins d’accès, essais de plus. Aucune personne nommée',
      'tant que la base existe, ou jusqu’à ce que le personnel les change',
      'le personnel; à la fin, l’opérateur avec la base',
    ],
    studies: [
      'Les études\u00a0: un nom et une clé. Aucun renseignement personnel',
      'tant que la base existe',
      atEnd,
    ],
    studyTexts: [
      'Les textes de chaque étude, par version\u00a0: ils nomment la personne responsable et un contact, et prouvent ce qui a été dit',
      'tant que la base existe',
      atEnd,
    ],
    destinations: [
      'Les magasins de données\u00a0: adresse et mot de passe chiffré. Aucun renseignement personnel',
      'tant que la base existe',
      atEnd,
    ],
    audit: [
      'Le registre d’audit\u00a0: qui a lu, changé ou exporté quoi. Des numéros, pas de nom d’une personne qui joue; le compte de l’opérateur et la raison qu’il écrit',
      `${auditMonths} mois (\`AUDIT_KEPT_MONTHS\`)`,
      'le programme, seul',
    ],
    erasures: [
      'Les attestations\u00a0: ce qui a été effacé ou retiré, quand, combien de lignes, sans dire de qui',
      'tant que la base existe',
      atEnd,
    ],
    voidings: [
      'Les annulations envoyées aux magasins de données. L’énoncé est vidé dès que le magasin l’a reçu',
      'tant que la base existe',
      atEnd,
    ],
    erasedPersons: [
      'La liste des personnes effacées\u00a0: ni nom ni numéro, seulement une empreinte (HMAC) d’un numéro aléatoire. Elle sert à effacer de nouveau si une copie est restaurée. Avec SQLite, c’est un fichier à côté de la base',
      'tant qu’une copie de la base existe',
      atEnd,
    ],
  };
}

export function tablesApartEn(auditMonths: number): Rows {
  const withPerson = 'the program at the end of the study’s period, the person, or the operator on request';
  const atEnd = 'the operator, with the database';
  return {
    consents: [
      'The answers about research, encrypted, with their dates and versions',
      'until the person, or what they did in the study, is erased; a withdrawal stays noted there',
      withPerson,
    ],
    backgrounds: [
      'The answers to background questions, encrypted',
      'until the withdrawal, the erasure, or the person removes them in the game',
      withPerson,
    ],
    groupSettings: [
      'The settings of a group: help, access needs, more attempts. Nobody is named',
      'as long as the database exists, or until staff change them',
      'staff; at the end, the operator with the database',
    ],
    studies: [
      'The studies: a name and a key. No personal information',
      'as long as the database exists',
      atEnd,
    ],
    studyTexts: [
      'The texts of each study, by version: they name the person in charge and a contact, and prove what was said',
      'as long as the database exists',
      atEnd,
    ],
    destinations: [
      'The record stores: address and encrypted password. No personal information',
      'as long as the database exists',
      atEnd,
    ],
    audit: [
      'The audit log: who read, changed or exported what. Numbers, and no name of a person who plays; the account of the operator and the reason they write',
      `${months(auditMonths)} (\`AUDIT_KEPT_MONTHS\`)`,
      'the program, by itself',
    ],
    erasures: [
      'The certificates: what was erased or withdrawn, when, how many rows, without saying whose',
      'as long as the database exists',
      atEnd,
    ],
    voidings: [
      'The voidings sent to record stores. The statement is emptied as soon as the store has it',
      'as long as the database exists',
      atEnd,
    ],
    erasedPersons: [
      'The list of erased people: no name and no number, only a fingerprint (HMAC) of a random number. It is used to erase them again if a backup is restored. With SQLite, it is a file beside the database',
      'as long as a backup of the database exists',
      atEnd,
    ],
  };
}
