import { counted } from '../plural.ts';

export type PageLanguage = 'fr' | 'en';

export interface PageTexts {
  readonly title: string;
  readonly lead: string;
  readonly count: (n: number) => string;
  readonly countOf: (n: number) => string;
  readonly attempt: string;
  readonly allAttempts: string;
  readonly show: string;
  readonly refresh: string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly result: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly voided: string;
  readonly success: string;
  readonly noSuccess: string;
  readonly done: string;
  readonly notDone: string;
  readonly points: (raw: string, max: string) => string;
  readonly otherLanguage: string;
  readonly statement: (id: string) => string;
}

const fr: PageTexts = {
  title: 'Registre xAPI',
  lead: 'Ce registre de démonstration garde les énoncés que les outils lui envoient.',
  count: (n) => counted('fr', n, { one: 'énoncé', other: 'énoncés' }),
  countOf: (n) => `${counted('fr', n, { one: 'énoncé', other: 'énoncés' })} dans cet essai`,
  attempt: 'Essai',
  allAttempts: 'Tous les essais',
  show: 'Afficher',
  refresh: 'Actualiser',
  newer: 'Plus récents',
  older: 'Plus anciens',
  pages: 'Pages',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  result: 'Résultat',
  empty: 'Aucun énoncé pour le moment.',
  emptyHint: 'Jouez une scène, puis actualisez cette page.',
  voided: 'annulé',
  success: 'réussi',
  noSuccess: 'non réussi',
  done: 'complet',
  notDone: 'incomplet',
  points: (raw, max) => `${raw} sur ${max}`,
  otherLanguage: 'English',
  statement: (id) => `Énoncé ${id}`,
};

const en: PageTexts = {
  title: 'xAPI record store',
  lead: 'This demo record store keeps the statements that tools send it.',
  count: (n) => counted('en', n, { one: 'statement', other: 'statements' }),
  countOf: (n) => `${counted('en', n, { one: 'statement', other: 'statements' })} in this attempt`,
  attempt: 'Attempt',
  allAttempts: 'All attempts',
  show: 'Show',
  refresh: 'Refresh',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  when: 'When',
  who: 'Who',
  what: 'What',
  result: 'Result',
  empty: 'No statements yet.',
  emptyHint: 'Play a scene, then refresh this page.',
  voided: 'voided',
  success: 'success',
  noSuccess: 'not successful',
  done: 'complete',
  notDone: 'incomplete',
  points: (raw, max) => `${raw} out of ${max}`,
  otherLanguage: 'Français',
  statement: (id) => `Statement ${id}`,
};

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = { fr, en };
