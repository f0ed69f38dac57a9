/** Ids are the sandbox LMS's (EXAMPLES). */
import type { Manner } from './choose-way.ts';

export interface Player {
  readonly personId: number;
  readonly manner: Manner;
  readonly language: 'fr' | 'en';
  /** Scenes before a pause; null: the whole week. */
  readonly pausesAfter: number | null;
  /** Large text, and a helper that staff turned on. */
  readonly isAdapted: boolean;
  readonly question: string | null;
}

function player(personId: number, manner: Manner, change: Partial<Player> = {}): Player {
  return {
    personId,
    manner,
    language: 'fr',
    pausesAfter: null,
    isAdapted: false,
    question: null,
    ...change,
  };
}

const question = 'Je pensais avoir bien rangé les fichiers. Est-ce que quelqu’un peut regarder?';

export const players: readonly Player[] = [
  player(21, 'expert'),
  player(22, 'weak'),
  player(23, 'competent'),
  player(24, 'average'),
  player(25, 'average', { question }),
  player(26, 'competent'),
  player(27, 'average', { pausesAfter: 4 }),
  player(28, 'nothing'),
  player(29, 'average', { isAdapted: true }),
  player(30, 'competent', { language: 'en' }),
  player(31, 'careless'),
  player(32, 'weak', { language: 'en', pausesAfter: 3 }),
];
