import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Language } from '../../scenarios/world/base.ts';

export const dimensionNames: Readonly<Record<Language, Readonly<Record<Dimension, string>>>> = {
  fr: {
    OUT: 'Appareils et fichiers',
    INF: 'Chercher et juger l’information',
    COM: 'Communiquer et travailler ensemble',
    PRO: 'Produire des textes et des tableaux',
    SEC: 'Se protéger et protéger les autres',
    RES: 'Se débrouiller et faire ses démarches',
  },
  en: {
    OUT: 'Devices and files',
    INF: 'Find and judge information',
    COM: 'Communicate and work together',
    PRO: 'Create documents and tables',
    SEC: 'Stay safe, protect others',
    RES: 'Solve problems, get things done',
  },
};

/** In characters: gradebook columns are narrow, and Open edX stores no more. */
const longestLabel = 100;

/** The title distinguishes activities of one course. */
export function columnLabel(language: Language, dimension: Dimension, activityTitle: string): string {
  const title = activityTitle.trim() === '' ? 'NUM+' : activityTitle.trim();
  const name = dimensionNames[language][dimension];
  const room = longestLabel - name.length - 3;
  const shown = Array.from(title);
  return `${shown.length > room ? `${shown.slice(0, room - 1).join('')}…` : title} – ${name}`;
}
