/** Several gradebook columns on one link: staff choose. */
import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { gradesFr } from '../../../../client/src/i18n/catalogues/grades.fr.ts';
import { settle } from '../../support/hand-timers.ts';
import { answerIn, group, press, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity } from './teach-samples.ts';

const page = setUpTeachPage();
const columns = [
  { url: 'https://lms/1', label: 'Activité', scoreMaximum: 100, isOwn: false, isChosen: false },
  { url: 'https://lms/2', label: '', scoreMaximum: null, isOwn: false, isChosen: false },
];

describe('the choice of a gradebook column', () => {
  it('is asked for while grades wait, and sends them there', async () => {
    page.server.activity = sampleActivity([], { column: { waiting: 2, isChosen: false } });
    page.server.columns = { state: 'listed', columns };
    page.server.chosen = { chosen: true, grades: 2 };
    await show(page);
    const card = group(/Choisir la colonne des notes/);
    expect(card.textContent).toContain('2 notes attendent votre choix. Rien n’est perdu.');
    expect(screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent.trim())).toEqual([
      'Activité, sur 100',
      'Colonne 2, sans nom',
    ]);
    await press(gradesFr['column.go']);
    expect(screen.getByRole('alert').textContent).toBe(gradesFr['column.none']);
    expect(page.server.posted).toEqual([]);
    await fireEvent.click(screen.getByRole('radio', { name: 'Colonne 2, sans nom' }));
    page.server.activity = sampleActivity([], { column: { waiting: 0, isChosen: true } });
    await press(gradesFr['column.go']);
    await settle();
    expect(page.server.posted).toEqual([{ url: 'https://lms/2' }]);
    expect(answerIn(/La colonne des notes/)).toBe('C’est choisi. 2 notes partent vers cette colonne.');
    expect(group(/La colonne des notes/).textContent).toContain(gradesFr['column.chosen']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: gradesFr['column.show'] }));
  });

  it('says so if the platform does not give the list, and asks again', async () => {
    page.server.activity = sampleActivity([], { column: { waiting: 1, isChosen: false } });
    page.server.columns = { state: 'unreachable' };
    await show(page);
    expect(screen.getByRole('alert').textContent).toBe(gradesFr['column.not']);
    page.server.columns = { state: 'listed', columns };
    await press(gradesFr['column.retry']);
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  it('can be changed later, starting from the chosen one', async () => {
    page.server.activity = sampleActivity([], { column: { waiting: 0, isChosen: true } });
    page.server.columns = {
      state: 'listed',
      columns: columns.map((one, index) => ({ ...one, isChosen: index === 1 })),
    };
    await show(page);
    expect(page.server.requests).not.toContain('GET /api/activity/columns');
    await press(gradesFr['column.show']);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Colonne 2/ }).checked).toBe(true);
    page.server.chosen = { chosen: false, grades: 0 };
    await press(gradesFr['column.go']);
    expect(answerIn(/La colonne des notes/)).toBe(gradesFr['column.gone']);
    expect(screen.getAllByRole('radio')).toContain(document.activeElement);
  });

  it('is not mentioned if launches name the column', async () => {
    await show(page);
    expect(screen.queryByRole('region', { name: /colonne de la note/i })).toBeNull();
  });
});
