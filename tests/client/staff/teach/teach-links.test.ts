import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { settle } from '../../support/hand-timers.ts';
import { sampleActions, sampleAttempt } from '../actions/actions-server.ts';
import { sampleReview } from '../review/sample-review.ts';
import { group, press, reload, said, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity, sampleFinished, sampleMember, sampleRoster, sampleView } from './teach-samples.ts';

const page = setUpTeachPage();

describe('the links of the staff page', () => {
  it('open a preview in the same frame', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
    await show(page);
    await press('Essayer l’activité');
    expect(assign).toHaveBeenCalledWith('https://tool.example/play/ref#code=once');
    expect(screen.getByRole('button', { name: 'On ouvre l’aperçu…' })).toBeTruthy();
  });

  it('remain if the preview cannot be opened', async () => {
    await show(page);
    page.server.refusal = 500;
    await press('Essayer l’activité');
    expect(said()).toContain('L’aperçu ne s’ouvre pas pour le moment. Réessayez dans une minute.');
    expect(screen.getByRole('button', { name: 'Essayer l’activité' })).toBeTruthy();
  });

  it('open a person’s work and come back to their line', async () => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2)]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Bo')]);
    await show(page);
    await press('Voir le travail (Bo)');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Bo');
    await press('Retour à la liste');
    expect(document.activeElement?.textContent).toContain('(Bo)');
  });

  it('keep the person looked at when the page is loaded again, and come back to their line', async () => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2)]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Bo')]);
    await show(page);
    await press('Voir le travail (Bo)');
    await reload(page);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Le travail fait par Bo');
    expect(JSON.stringify(page.history.state)).toContain('"person":"person-2"');
    await press('Retour à la liste');
    expect(document.activeElement?.textContent).toContain('(Bo)');
    await reload(page);
    expect(group(/En cours 2 personnes/)).toBeTruthy();
  });

  it('lead from one person to the next in the order of the list, whatever the list shows meanwhile', async () => {
    const views = [sampleView(1), sampleView(2, { asksReview: true }), sampleFinished(3)];
    page.server.activity = sampleActivity(views.with(2, { ...sampleFinished(3), asksReview: true }));
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Bo'), sampleMember(3, 'Cy')]);
    await show(page);
    const title = (): string => screen.getByRole('heading', { level: 1 }).textContent;
    const isDisabled = (name: RegExp): string | null =>
      screen.getByRole('button', { name }).getAttribute('aria-disabled');
    await press('Voir le travail (Bo)');
    expect(screen.getByText('2 sur 3')).toBeTruthy();
    await press('Personne précédente (Ada)');
    expect(title()).toBe('Le travail fait par Ada');
    expect(isDisabled(/^Personne précédente/)).toBe('true');
    await press('Retour à la liste');
    expect(document.activeElement?.textContent).toContain('(Ada)');

    await fireEvent.change(screen.getByLabelText(teachFr['tools.show']), { target: { value: 'review' } });
    await press('Voir le travail (Bo)');
    expect(screen.getByText('1 sur 2')).toBeTruthy();
    page.server.activity = sampleActivity(views);
    await press('Personne suivante (Cy)');
    expect(title()).toBe('Le travail fait par Cy');
    expect(document.activeElement?.textContent).toBe(title());
    expect(isDisabled(/^Personne suivante/)).toBe('true');
    await reload(page);
    expect(screen.getByText('3 sur 3')).toBeTruthy();
  });

  it('show the list when the person looked at before a reload is no longer in it', async () => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2)]);
    await show(page);
    await press('Voir le travail (Personne 2)');
    page.server.activity = sampleActivity([sampleView(1)]);
    await reload(page);
    expect(group(/En cours 1 personne/)).toBeTruthy();
    expect(JSON.stringify(page.history.state)).toContain('"person":null');
  });

  it('keep a note that is not saved while the page lives, and say that it is a draft', async () => {
    page.server.activity = sampleActivity([sampleView(1)]);
    page.server.others.set('/api/review/attempt-1', sampleReview());
    page.server.others.set('/api/activity/people/person-1', sampleActions());
    const note = (): HTMLTextAreaElement => screen.getByLabelText(actionsFr['note.label']);
    await show(page);
    await press(/Voir le travail/);
    expect(screen.queryByText(actionsFr['note.draft'])).toBeNull();
    await fireEvent.input(note(), { target: { value: 'À revoir jeudi.' } });
    await press('Retour à la liste');
    await press(/Voir le travail/);
    expect(note().value).toBe('À revoir jeudi.');
    expect(screen.getByText(actionsFr['note.draft'])).toBeTruthy();
    // Somebody else wrote meanwhile: both texts are shown.
    await press('Retour à la liste');
    const others = { text: 'Vue lundi.', revision: 1 };
    page.server.others.set('/api/activity/people/person-1', sampleActions(sampleAttempt({ note: others })));
    await press(/Voir le travail/);
    expect(note().value).toBe('À revoir jeudi.');
    expect(screen.getByText('Vue lundi.')).toBeTruthy();
    await fireEvent.input(note(), { target: { value: 'Vue lundi.' } });
    await press('Retour à la liste');
    await press(/Voir le travail/);
    expect(screen.queryByText(actionsFr['note.draft'])).toBeNull();
  });

  it('open the attempt that a waiting request is about, though a newer one has begun', async () => {
    const { attempt } = sampleView(1);
    page.server.activity = sampleActivity([
      sampleView(1, {
        attempt: { ...attempt, id: 'attempt-of-now', number: 2 },
        asksReview: true,
        askedAttemptId: 'attempt-before',
        work: { attemptId: 'attempt-before', number: 1 },
      }),
    ]);
    await show(page);
    await press(/Voir l’essai 1/);
    expect(page.server.requests.at(-1)).toBe('GET /api/review/attempt-before');
  });

  it.each([
    ['the work', Response.json({})],
    ['a refusal', Response.json({ code: 'request.not-found', params: {} }, { status: 404 })],
  ])('go back before the work is loaded, though %s arrives later', async (_, late) => {
    page.server.activity = sampleActivity([sampleView(1)]);
    page.server.heldReviews = [];
    await show(page);
    await press(/Voir le travail/);
    await press('Retour à la liste');
    for (const answer of page.server.heldReviews) answer(late.clone());
    await settle();
    expect(page.problems).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Voir le travail');
  });

  it('keep the shown data when a refresh fails, and say how old it is', async () => {
    page.server.activity = sampleActivity([sampleView(1)]);
    await show(page);
    page.server.refusal = 404;
    await press('Actualiser');
    expect(said().join()).toMatch(/Pas de réponse pour le moment. Vous voyez l’état de/);
    expect(group(/En cours/).textContent).toContain('Personne 1');
    page.server.refusal = null;
    page.server.activity = sampleActivity([sampleFinished(1)]);
    await press('Actualiser');
    expect(said()).toContain('La page est à jour.');
    expect(group(/Terminé/).textContent).toContain('Personne 1');
  });
});

describe('keys that the platform can’t read', () => {
  it('are named on the page of the activity', async () => {
    const keysUnread = { product: 'other', host: 'num.example.org', port: '443' };
    page.server.others.set('/api/activity/connection', { keysUnread });
    await show(page);
    const notice = screen.getByRole('region', { name: 'Votre plateforme n’a pas pu lire nos clés' });
    expect(notice.textContent).toContain('joindre num.example.org, port 443');
  });
});
