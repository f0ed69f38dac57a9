/** Sentences that everybody can read, in the time zone of the organisation. */
import { describe, expect, it } from 'vitest';
import type { Description } from '../../../../server/own-data/description.ts';
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

  describe('if attempts are kept for different periods', () => {
    const [activity] = about.activities;
    const [first, second] = activity?.attempts ?? [];
    if (activity === undefined || first === undefined || second === undefined) throw new Error('no attempts');
    const name = { fr: 'Le courriel du lundi', en: 'Monday’s mail' };
    const periodsOf = (activities: Description['activities'], language: 'fr' | 'en') => {
      const told = { ...about, keptMonths: 'by-activity', activities } as const;
      const [sections, title] =
        language === 'fr' ? [personFr(told), 'Combien de temps'] : [personEn(told), 'For how long'];
      return sections.find((one) => one.title === title)?.sentences.slice(0, -3);
    };

    it('say which belongs to which activity', () => {
      const other = { ...activity, name, attempts: [{ ...first, keptMonths: 1 }] };
      expect(periodsOf([activity, other], 'fr')).toEqual([
        'La durée n’est pas la même partout.',
        'Elle commence après le dernier geste.',
        'Ma semaine\u00a0: 24 mois.',
        'Le courriel du lundi\u00a0: 1 mois.',
      ]);
      expect(periodsOf([activity, other], 'en')).toEqual([
        'The period is not the same everywhere.',
        'It begins after the last action.',
        'My week: 24 months.',
        'Monday’s mail: 1 month.',
      ]);
    });

    it('say where the organisation decides, and that it can be asked', () => {
      const other = { ...activity, name, attempts: [{ ...first, keptMonths: null }] };
      expect(periodsOf([activity, other], 'fr')?.slice(2)).toEqual([
        'Ma semaine\u00a0: 24 mois.',
        'Le courriel du lundi\u00a0: votre organisme décide.',
        'Vous pouvez lui demander combien de temps.',
      ]);
      expect(periodsOf([activity, other], 'en')?.slice(3)).toEqual([
        'Monday’s mail: your organization decides.',
        'You can ask it how long.',
      ]);
    });

    it('name the attempts of an activity that was played in two studies', () => {
      const mixed = { ...activity, attempts: [first, { ...second, keptMonths: 12 }] };
      expect(periodsOf([mixed], 'fr')?.slice(2)).toEqual([
        'Ma semaine, essai 1\u00a0: 24 mois.',
        'Ma semaine, essai 2\u00a0: 12 mois.',
      ]);
    });

    it('tell activities of one name apart by the day when they began', () => {
      const other = { ...activity, attempts: [{ ...second, keptMonths: 12 }] };
      expect(periodsOf([activity, other], 'fr')?.slice(2)).toEqual([
        'Ma semaine (depuis le 1er mars 2026)\u00a0: 24 mois.',
        'Ma semaine (depuis le 4 mars 2026)\u00a0: 12 mois.',
      ]);
      expect(periodsOf([activity, other], 'en')).toContain('My week (since March 4, 2026): 12 months.');
    });
  });

  it('say when each edition of the notice was shown, and nothing to whoever saw none', () => {
    const told = (sections: typeof personFr, of: Description): readonly string[] | undefined =>
      sections(of).find(
        ({ title }) => title === 'Quand vous avez vu l’avis' || title === 'When you saw the notice',
      )?.sentences;
    expect(told(personFr, about)).toEqual([
      'Ma semaine\u00a0: édition 4.0, le 1er mars 2026.',
      'Ma semaine\u00a0: édition 5.1, le 4 mars 2026.',
      'Vous avez alors choisi «\u00a0J’ai compris\u00a0».',
    ]);
    expect(told(personEn, about)).toContain('My week: edition 5.1, on March 4, 2026.');
    expect(told(personFr, nothing)).toBeUndefined();
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
