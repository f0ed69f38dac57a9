/** The words for the codes of the data map. */
import type { Label } from '../../xapi/statement.ts';
import type { Nature, Reader, Retention, Source } from './data-map-types.ts';

type Words<Code extends string> = Readonly<Record<Code, Label>>;

export const natureWords: Words<Nature> = {
  personal: { fr: 'personnel', en: 'personal' },
  sealed: { fr: 'chiffré', en: 'sealed' },
  pseudonymous: { fr: 'pseudonyme', en: 'pseudonymous' },
  technical: { fr: 'technique', en: 'technical' },
};

export const natureMeanings: Words<Nature> = {
  personal: {
    fr: 'Parle d’une personne, sans son nom\u00a0: l’organisation peut la reconnaître par son LMS.',
    en: 'About a person, without a name: the organization can recognize them by its LMS.',
  },
  sealed: {
    fr: 'Chiffré; ne s’ouvre qu’avec une clé gardée à part.',
    en: 'Encrypted; opens only with a key that is kept apart.',
  },
  pseudonymous: {
    fr: 'Parle d’un pseudonyme que seule la clé de l’étude relie à une personne.',
    en: 'About a pseudonym that only the key of the study links to a person.',
  },
  technical: { fr: 'Ne parle d’aucune personne.', en: 'About nobody.' },
};

export const readerWords: Words<Reader> = {
  learner: { fr: 'la personne', en: 'the person' },
  staff: { fr: 'le personnel du cours', en: 'staff of the course' },
  operator: { fr: 'l’opérateur', en: 'the operator' },
  program: { fr: 'le programme seul', en: 'the program alone' },
  'record-store': { fr: 'le magasin de données', en: 'the record store' },
  'research-store': { fr: 'le magasin de recherche, après un oui', en: 'the research store, after a yes' },
  lms: { fr: 'le LMS', en: 'the LMS' },
  researcher: { fr: 'l’équipe de l’étude', en: 'the team of the study' },
};

export const sourceWords: Words<Source> = {
  person: { fr: 'la personne', en: 'the person' },
  browser: { fr: 'le navigateur', en: 'the browser' },
  lms: { fr: 'le LMS', en: 'the LMS' },
  staff: { fr: 'le personnel', en: 'staff' },
  operator: { fr: 'l’opérateur', en: 'the operator' },
  'record-store': { fr: 'le magasin de données', en: 'the record store' },
  program: { fr: 'le programme', en: 'the program' },
};

/** See server/delivery/sweep-expired.ts and server/erasure/. */
export const retentionWords: Words<Retention> = {
  database: {
    fr: 'jusqu’à l’effacement, s’il y en a un; sinon, tant que la base existe',
    en: 'until it is erased, if it ever is; otherwise as long as the database exists',
  },
  settling: { fr: '2 minutes après l’effacement', en: '2 minutes after the erasure' },
  voided: {
    fr: 'jusqu’à ce que le magasin l’ait reçu',
    en: 'until the record store has received it',
  },
  launch: { fr: '13 heures après le lancement', en: '13 hours after the launch' },
  session: { fr: '4 heures sans usage, 12 heures au plus', en: '4 hours without use, 12 hours at most' },
  code: { fr: '1 minute', en: '1 minute' },
  held: { fr: '1 minute', en: '1 minute' },
  login: { fr: '10 minutes', en: '10 minutes' },
  engine: {
    fr: 'selon la sorte\u00a0: de 15 minutes à 1 an; les clés du LMS, tant qu’il est inscrit',
    en: 'by kind: from 15 minutes to 1 year; keys of the LMS, as long as it is registered',
  },
  removed: {
    fr: 'jusqu’à ce que l’opérateur l’enlève ou le remplace',
    en: 'until the operator removes or replaces it',
  },
  queue: {
    fr: 'jusqu’à l’effacement; après un retrait, ce qui attendait la recherche est enlevé',
    en: 'until the erasure; after a withdrawal, what waited for research is removed',
  },
  audit: {
    fr: 'ce que dit `AUDIT_KEPT_MONTHS`, 60 mois par défaut',
    en: 'what `AUDIT_KEPT_MONTHS` says, 60 months by default',
  },
  log: {
    fr: 'selon le système qui garde les journaux de l’opérateur',
    en: 'as the system that keeps the operator’s logs decides',
  },
  'record-store': { fr: 'selon le magasin de données', en: 'as the record store decides' },
  lms: { fr: 'selon le LMS', en: 'as the LMS decides' },
  file: { fr: 'tant que quelqu’un garde le fichier', en: 'as long as somebody keeps the file' },
};
