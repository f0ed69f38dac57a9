/** Sentences that everybody can read, in the time zone of the organisation. */
import { describe, expect, it } from 'vitest';
import { personEn } from '../../../../server/own-data/person-words.en.ts';
import { personFr } from '../../../../server/own-data/person-words.fr.ts';
import { about, nothing } from '../../../support/person-description.ts';

const opening = { at: 0, by: 'staff', how: 'opened' } as const;

describe('the words of « Mes données »', () => {
  it.each([
    ['fr', personFr],
    ['en', personEn],
  ] as const)('have short sentences in %s, with something and with nothing', (_language, sections) => {
    const fixed = [...sections(about), ...sections(nothing)].flatMap(({ sentences }) => sentences);
    // A period of two dates and a host make a line of facts, which is no sentence to read at once.
    const long = fixed.filter((sentence) => !/\d{4}|\(/.test(sentence) && sentence.split(/\s+/).length > 12);
    expect(long).toEqual([]);
    expect(fixed.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });

  it('name staff by role, and days as French writes them', () => {
    const text = JSON.stringify(personFr(about));
    expect(text).toContain('Le courriel\u00a0: 34 gestes, 1 texte, le 1er mars 2026.');
    expect(text).toMatch(
      /1er mars 2026 à 10\u00a0h\u00a005\u00a0: le personnel de votre cours l’a regardé\./,
    );
    expect(text).toContain('2 gestes dans le jeu, du 1er mars 2026 au 4 mars 2026.');
    expect(JSON.stringify(personEn(about))).toContain('The mail: 34 actions, 1 text, on March 1, 2026.');
  });

  it('send to the notices if activities are kept for different periods', () => {
    const kept = { ...about, keptMonths: 'by-activity' } as const;
    const periodOf = (sections: typeof personFr, title: string): readonly string[] | undefined =>
      sections(kept).find((one) => one.title === title)?.sentences;
    expect(periodOf(personFr, 'Combien de temps')).toEqual([
      'Chaque activité a sa durée.',
      'Son avis la dit.',
    ]);
    expect(periodOf(personEn, 'For how long')).toContain('Each activity has its own period.');
  });

  it('say how many openings there are if only the last ones are listed', () => {
    const many = { ...about, opened: Array.from({ length: 20 }, () => opening), openedCount: 34 };
    const last = (sections: typeof personFr, title: string): readonly string[] | undefined =>
      sections(many)
        .find((one) => one.title === title)
        ?.sentences.slice(20);
    expect(last(personFr, 'Qui a ouvert votre travail')).toEqual([
      'Une page rouverte en moins de dix minutes compte une seule fois.',
      'Ce sont les 20 dernières fois, sur 34.',
      'Le fichier de données a la liste entière.',
    ]);
    expect(last(personEn, 'Who opened your work')).toHaveLength(3);
    expect(last(personFr, 'Tâche par tâche')).toEqual([]);
  });

  it('name the activity and the attempt before the scenes of each attempt', () => {
    const told = personFr(about).find(({ title }) => title === 'Tâche par tâche');
    expect(told?.sentences).toEqual([
      'Ma semaine, essai 1.',
      'Le courriel\u00a0: 34 gestes, 1 texte, le 1er mars 2026.',
      'Une tâche retirée du jeu\u00a0: 1 geste, le 1er mars 2026.',
      'Ma semaine, essai 2.',
      'Le courriel\u00a0: 2 gestes, le 4 mars 2026.',
    ]);
  });
});
