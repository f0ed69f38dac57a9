import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../../server/base/csv.ts';
import type { LevelsView } from '../../../../server/contract/levels.ts';
import type { PersonView, RosterAnswer } from '../../../../server/contract/teach.ts';
import { makeGroupSheet } from '../../../../server/reporting/group-sheet.ts';
import { viewLevels } from '../../../../server/reporting/levels.ts';
import { measuredAttempt, measureOf, steadyVector, type Vector } from '../../../support/measured-attempts.ts';
import { content } from '../../../support/s02.ts';

const levels = levelsOf(steadyVector);

function levelsOf(vector: Vector): LevelsView {
  const found = viewLevels(content, measuredAttempt(measureOf(vector, 12)));
  if (found === null) throw new Error('twelve scenes give a level');
  return found;
}

function person(number: number, change: Partial<PersonView> = {}): PersonView {
  return {
    personId: `person-${String(number)}`,
    number,
    groupIds: [],
    attempt: {
      id: `attempt-${String(number)}`,
      number: 2,
      status: 'finished',
      setAside: null,
      startedAt: '2026-11-24T14:00:00.000Z',
      lastAt: '2026-11-25T04:30:00.000Z',
      scenesDone: 12,
      scenesAll: 12,
    },
    finishedBefore: null,
    counting: null,
    result: { attemptId: `attempt-${String(number)}`, attemptNumber: 2, score: 57, levels },
    support: { adaptations: ['read-aloud', 'zoom'], scenesSkipped: 1, scenesLeft: 0 },
    held: [],
    asksReview: true,
    askedAttemptId: `attempt-${String(number)}`,
    work: { attemptId: `attempt-${String(number)}`, number: 2 },
    grade: { state: 'sent', gradeId: 'g', sentAt: null, reason: null, changed: null },
    dimensionGrades: [],
    ...change,
  };
}

function roster(
  ...names: readonly (readonly [personId: string | null, name: string | null])[]
): RosterAnswer {
  const people = names.map(([personId, name]) => ({ personId, name, isLearner: true, groupIds: [] }));
  return { state: 'available', people, groups: [], hasNames: true, isComplete: true };
}

function sheet(
  language: 'fr' | 'en',
  people: readonly PersonView[],
  list: RosterAnswer = roster(),
): Readonly<Record<string, string | number | null>>[] {
  const activity = { people, timeZone: 'America/Montreal' };
  const [heading = [], ...lines] = makeGroupSheet(language, { activity, roster: list });
  for (const line of lines) expect(line).toHaveLength(heading.length);
  return lines.map((line) =>
    Object.fromEntries(heading.map((name, index) => [String(name), line[index] ?? null])),
  );
}

describe('the table of a group', () => {
  it('shows each person in words, in local time', () => {
    expect(sheet('fr', [person(1)], roster(['person-1', 'Ada'], [null, 'Zoé']))).toMatchObject([
      {
        Nom: 'Ada',
        'État du dernier essai': 'Terminé',
        'Essai du résultat': 2,
        'Dernier geste': '2026-11-24 23:30',
        'Scènes terminées du dernier essai': 12,
        'Mesure sur 100': 57,
        'Communiquer et travailler ensemble': null,
        'Se protéger et protéger les autres': expect.stringMatching(/Je /) as unknown,
        Adaptations: 'Lecture à voix haute, Page agrandie',
        'Scènes passées': 1,
        'Demande de révision': 'Oui',
        'Note au carnet': 'Transmise',
        'À savoir': expect.stringMatching(/pilote.*embaucher/) as unknown,
      },
      { Nom: 'Zoé', 'État du dernier essai': 'Pas commencé', 'Mesure sur 100': null },
    ]);
  });

  it('says which attempt each part of a row is about, as the page does', () => {
    const { attempt } = person(1);
    const counting = { number: 1, because: 'later-open' } as const;
    const result = { attemptId: 'first', attemptNumber: 1, score: 57, levels };
    const again = person(1, { attempt: { ...attempt, status: 'open', scenesDone: 2 }, counting, result });
    expect(sheet('fr', [again])[0]).toMatchObject({
      'Dernier essai': 2,
      'État du dernier essai': 'En cours',
      'Scènes terminées du dernier essai': 2,
      'Essai qui compte': 1,
      'Essai du résultat': 1,
    });
    expect(sheet('en', [again])[0]).toMatchObject({ 'Latest attempt': 2, 'Attempt that counts': 1 });
  });

  it('marks a last attempt that was set aside, with day and reason', () => {
    const { attempt } = person(1);
    const setAside = { reason: 'technical', at: '2026-11-25T23:04:00.000Z' } as const;
    const people = [person(1, { attempt: { ...attempt, setAside } }), person(2)];
    const column = 'Dernier essai mis à l’écart';
    expect(sheet('fr', people).map((line) => line[column])).toEqual([
      '2026-11-25 18:04 (Un problème technique)',
      null,
    ]);
    expect(sheet('en', people)[0]?.['Last attempt set aside']).toBe('2026-11-25 18:04 (A technical problem)');
  });

  it('has an English version', () => {
    const [line] = sheet('en', [person(1)]);
    expect(line).toMatchObject({
      Name: null,
      'Order of first start': 1,
      'Status of the latest attempt': 'Finished',
      Adaptations: 'Read-aloud, Page zoomed in',
    });
  });

  it('is ordered by name and never by result', () => {
    const other = person(1, { result: { attemptId: 'a', attemptNumber: 1, score: 99, levels } });
    const names = roster(['person-1', 'Zoé'], ['person-2', 'Émile']);
    expect(sheet('fr', [other, person(2)], names).map(({ Nom }) => Nom)).toEqual(['Émile', 'Zoé']);
  });

  it('leaves out staff, and levels if too little was played', () => {
    const staff: RosterAnswer = {
      state: 'available',
      groups: [],
      hasNames: true,
      isComplete: true,
      people: [{ personId: 'person-1', name: 'Tess', isLearner: false, groupIds: [] }],
    };
    const begun = person(2, { result: null });
    expect(sheet('fr', [person(1), begun], staff)).toMatchObject([
      { 'Ordre d’arrivée': 2, 'Niveau global (1 à 4)': null, 'Mesure sur 100': null },
    ]);
  });

  it('has no logit', () => {
    expect(JSON.stringify(sheet('fr', [person(1)]))).not.toMatch(/\d\.\d/);
  });
});

describe('a name that a spreadsheet would take for a formula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('becomes text: %j', (name) => {
    const line = csvLine([name], '');
    expect(line.replaceAll('"', '')).toMatch(/^'/);
  });

  it('keeps its separators and quotes', () => {
    expect(csvLine(['Tremblay, "Réjean"'], '')).toBe('"Tremblay, ""Réjean"""\r\n');
  });
});
