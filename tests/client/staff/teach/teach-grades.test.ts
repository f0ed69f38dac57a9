import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { gradesFr } from '../../../../client/src/i18n/catalogues/grades.fr.ts';
import { answerIn, group, press, said, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity, sampleFinished, sampleMember, sampleRoster } from './teach-samples.ts';

const page = setUpTeachPage();

describe('a grade that did not arrive', () => {
  beforeEach(() => {
    page.server.activity = sampleActivity([
      sampleFinished(1, { state: 'failed', gradeId: 'g1', reason: 'grade.person-refused' }),
    ]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada')]);
  });

  it('and needs action says so, and is sent at once with one press', async () => {
    const waiting = { state: 'pending', gradeId: 'g1' } as const;
    page.server.activity = sampleActivity([sampleFinished(1, { ...waiting, reason: 'grade.locked' })]);
    await show(page);
    const done = group(/Terminé/);
    expect(done.textContent).toContain('Déverrouillez-la dans le carnet, puis renvoyez la note.');
    expect(done.textContent).not.toContain('Vous n’avez rien à faire.');
    page.server.activity = sampleActivity([sampleFinished(1, waiting)]);
    await press('Renvoyer la note (Ada)');
    expect(page.server.requests).toContain('POST /api/activity/grades/g1/resend');
  });

  it('because the gradebook is busy asks nothing of anyone', async () => {
    const waiting = { state: 'pending', gradeId: 'g1', reason: 'grade.busy' } as const;
    page.server.activity = sampleActivity([sampleFinished(1, waiting)]);
    await show(page);
    expect(group(/Terminé/).textContent).toContain('Vous n’avez rien à faire.');
    expect(screen.queryByRole('button', { name: /Renvoyer la note/ })).toBeNull();
  });

  it('shows its reason and what to do, and is sent again with one press', async () => {
    await show(page);
    const done = group(/Terminé/);
    expect(done.textContent).toContain('ne connaît pas cette personne dans le cours.');
    expect(done.textContent).toContain('Vérifiez son inscription, puis renvoyez la note.');
    page.server.activity = sampleActivity([sampleFinished(1, { state: 'pending', gradeId: 'g1' })]);
    await press('Renvoyer la note (Ada)');
    expect(page.server.requests).toContain('POST /api/activity/grades/g1/resend');
    expect(group(/Terminé/).textContent).toContain('La note est en route vers le carnet');
    expect(said()).toContain('C’est reparti. La note est en route vers le carnet.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Voir le travail (Ada)' }));
  });

  it('keeps its button if the tool does not respond', async () => {
    await show(page);
    page.server.refusal = 500;
    await press('Renvoyer la note (Ada)');
    expect(said()).toContain('La note n’est pas repartie. Réessayez dans une minute.');
    expect(page.problems).toEqual([]);
    page.server.refusal = 401;
    await press('Renvoyer la note (Ada)');
    expect(page.problems).toEqual(['session.expired']);
  });

  it('is sent with all others at once', async () => {
    const [one] = page.server.activity.people;
    const failed = { state: 'failed', gradeId: 'g2', reason: 'grade.locked' } as const;
    page.server.activity = sampleActivity([...(one === undefined ? [] : [one]), sampleFinished(2, failed)]);
    await show(page);
    await press('Renvoyer les 2 notes');
    const resends = page.server.requests.filter((request) => request.endsWith('/resend'));
    expect(resends).toEqual(['POST /api/activity/grades/g1/resend', 'POST /api/activity/grades/g2/resend']);
  });
});

describe('what the gradebook gets', () => {
  it('is shown, and changed for everybody after a word of warning', async () => {
    page.server.activity = sampleActivity([sampleFinished(1)]);
    page.server.others.set('/api/activity/grade-kind', { grades: 2 });
    await show(page);
    expect(screen.getByText(/En ce moment\s: la mesure/)).toBeTruthy();
    expect(
      screen.getByText('Dans votre cours, la personne voit le nombre, par exemple 62 sur 100.'),
    ).toBeTruthy();
    await press('Changer');
    await fireEvent.click(screen.getByRole('radio', { name: /Fait/ }));
    expect(screen.getByText(gradesFr['card.before'])).toBeTruthy();
    await press(gradesFr['card.go']);
    expect(page.server.requests).toContain('POST /api/activity/grade-kind');
    expect(answerIn(/Dans le carnet de notes/)).toBe('C’est changé. 2 notes partent vers le carnet.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Changer' }));
  });

  it('names the grades that stay as they are, before the change and after it', async () => {
    const { settings } = sampleActivity([]);
    page.server.activity = sampleActivity([sampleFinished(1, { state: 'left' })], {
      settings: { ...settings, grade: { ...settings.grade, left: 1 } },
    });
    page.server.others.set('/api/activity/grade-kind', { grades: 0 });
    const stays =
      '1 note d’un essai qui ne compte pas reste au carnet. Au besoin, effacez-la dans le carnet.';
    await show(page);
    expect(group(/Terminé/).textContent).toContain('Le carnet garde la note d’un essai mis à l’écart.');
    await press('Changer');
    expect(group(/Dans le carnet de notes/).textContent).toContain(stays);
    await press(gradesFr['card.go']);
    expect(answerIn(/Dans le carnet de notes/)).toBe(`${gradesFr['card.done.none']} ${stays}`);
  });

  it('says that nothing changed if the server did not answer well', async () => {
    await show(page);
    await press('Changer');
    await press(gradesFr['card.go']);
    expect(answerIn(/Dans le carnet de notes/)).toBe(gradesFr['card.not']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: gradesFr['card.go'] }));
  });

  it('explains how to hide the column only where the LMS shows a number', async () => {
    await show(page);
    expect(screen.getByText(gradesFr['hide.title'])).toBeTruthy();
    cleanup();
    const { settings } = sampleActivity([]);
    const shown = { family: 'blackboard', keepsBack: 'yes' } as const;
    page.server.activity = sampleActivity([], {
      settings: { ...settings, grade: { ...settings.grade, shown } },
    });
    await show(page);
    expect(screen.queryByText(gradesFr['hide.title'])).toBeNull();
  });

  it('is only « fait » in an activity without a level', async () => {
    const { settings } = sampleActivity([]);
    page.server.activity = sampleActivity([], {
      settings: { ...settings, grade: { ...settings.grade, isAlwaysDone: true } },
    });
    await show(page);
    expect(screen.getByText(gradesFr['card.always'].replaceAll('\u00A0', ' '))).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Changer' })).toBeNull();
  });
});
