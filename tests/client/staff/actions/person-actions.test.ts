import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { button, card, press, said, setUpActionsPage, show } from './actions-page.ts';
import { sampleActions, sampleAttempt } from './actions-server.ts';

const page = setUpActionsPage();

describe('an action whose request failed', () => {
  it('never claims that nothing changed when the connection broke', async () => {
    await show(page);
    page.server.next = null;
    await press(actionsFr['reopen.go']);
    await page.server.pass(10_000);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.lost);
    page.server.next = sampleActions();
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['reopen.done']);
  });

  it('says so when the server refuses, and reports the end of the session', async () => {
    await show(page);
    page.server.next = { code: 'request.invalid', status: 400 };
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr.not);
    page.server.next = { code: 'session.expired', status: 401 };
    await press(actionsFr['reopen.go']);
    expect(page.problems).toEqual([401]);
  });

  it('explains a refusal that has a text, and shows the current state', async () => {
    await show(page);
    page.server.next = { code: 'attempt.not-reopenable', status: 409 };
    page.server.now = sampleActions(sampleAttempt({ reopenObstacle: 'superseded' }));
    await press(actionsFr['reopen.go']);
    expect(said(actionsFr['reopen.title'])).toBe(actionsFr['conflict.attempt.not-reopenable']);
    expect(card(actionsFr['reopen.title']).textContent).toContain(actionsFr['reopen.not.superseded']);
  });

  it('can be loaded again when the first request failed', async () => {
    page.server.isDown = true;
    await show(page);
    expect(screen.getByRole('alert').textContent).toBe(actionsFr['loading.not']);
    page.server.isDown = false;
    await press(actionsFr.retry);
    expect(card(actionsFr['settings.title'])).toBeTruthy();
  });
});

describe('another attempt', () => {
  it('shows its number and the consequences, and is not offered again once allowed', async () => {
    await show(page);
    expect(card(actionsFr['another.title']).textContent).toContain(actionsFr['another.after']);
    page.server.next = sampleActions(sampleAttempt(), {
      attempts: { limit: 2, next: 2, list: [sampleAttempt()] },
    });
    await press('Permettre l’essai 2');
    expect(page.server.sent.at(-1)).toEqual({
      path: '/api/activity/people/person-1/attempts',
      body: { number: 2 },
    });
    expect(said(actionsFr['another.title'])).toMatch(/L’essai 2 est permis/);
    expect(card(actionsFr['another.title']).textContent).toContain(
      'Il lui reste 1 essai. Le prochain est l’essai 2.',
    );
  });

  it('is not offered when the activity has no limit', async () => {
    page.server.now = sampleActions(sampleAttempt(), {
      attempts: { limit: null, next: 2, list: [sampleAttempt()] },
    });
    await show(page);
    expect(card(actionsFr['another.title']).textContent).toContain(actionsFr['another.any']);
  });
});

describe('settings for one person', () => {
  const helper = (): HTMLInputElement => screen.getByLabelText(actionsFr['settings.helper']);

  it('are sent as a whole, and a choice is kept while another action is running', async () => {
    await show(page);
    await fireEvent.click(helper());
    await fireEvent.click(screen.getByLabelText(actionsFr['need.keyboard']));
    await fireEvent.change(screen.getByLabelText(actionsFr['settings.form']), {
      target: { value: 'first-week' },
    });
    page.server.next = sampleActions(sampleAttempt(), {
      settings: { withHelper: false, accessNeeds: [], form: null, revision: 1 },
    });
    await press(actionsFr['another.go'].replace('{number}', '2'));
    expect(helper().checked).toBe(true);
    await press(actionsFr['settings.go']);
    expect(page.server.sent.at(-1)).toEqual({
      path: '/api/activity/people/person-1/settings',
      body: { withHelper: true, accessNeeds: ['keyboard'], form: 'first-week', revision: 1 },
    });
    expect(document.activeElement).toBe(button(actionsFr['settings.go']));
  });

  it('show what somebody else chose meanwhile', async () => {
    await show(page);
    page.server.next = { code: 'person.changed', status: 409 };
    page.server.now = sampleActions(sampleAttempt(), {
      settings: { withHelper: true, accessNeeds: ['phone'], form: null, revision: 3 },
    });
    await press(actionsFr['settings.go']);
    expect(said(actionsFr['settings.title'])).toBe(actionsFr['conflict.person.changed']);
    expect([
      helper().checked,
      screen.getByLabelText<HTMLInputElement>(actionsFr['need.phone']).checked,
    ]).toEqual([true, true]);
  });
});

describe('exceptions of the person’s group', () => {
  it('are named, since they add to the settings', async () => {
    const fromGroups = {
      withHelper: true,
      accessNeeds: ['keyboard'],
      extraAttempts: 2,
      isFromOthers: false,
    } as const;
    page.server.now = sampleActions(sampleAttempt(), { fromGroups });
    await show(page);
    expect(card(actionsFr['fromGroups.title']).textContent).toMatch(
      /2 essais de plus.*accompagne.*clavier seul/s,
    );
  });

  it('show as given among the settings, and are not stored as the person’s own', async () => {
    const fromGroups = {
      withHelper: true,
      accessNeeds: ['phone'],
      extraAttempts: 0,
      isFromOthers: false,
    } as const;
    page.server.now = sampleActions(sampleAttempt(), { fromGroups });
    await show(page);
    const settings = within(card(actionsFr['settings.title']));
    const given = settings.getAllByLabelText<HTMLInputElement>(/\(donné à son groupe\)$/);
    expect(given.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(given.map((one) => one.closest('label')?.textContent.trim())).toEqual([
      `${actionsFr['settings.helper']} (donné à son groupe)`,
      `${actionsFr['need.phone']} (donné à son groupe)`,
    ]);
    await fireEvent.click(screen.getByLabelText(actionsFr['need.keyboard']));
    await press(actionsFr['settings.go']);
    expect(page.server.sent.at(-1)?.body).toMatchObject({ withHelper: false, accessNeeds: ['keyboard'] });
  });

  it('are only known to exist if these staff do not see the group', async () => {
    const fromGroups = { withHelper: false, accessNeeds: [], extraAttempts: 0, isFromOthers: true } as const;
    page.server.now = sampleActions(sampleAttempt(), { fromGroups });
    await show(page);
    const text = card(actionsFr['fromGroups.title']).textContent;
    expect(text).toContain(actionsFr['fromGroups.others']);
    expect(text).not.toContain(actionsFr['fromGroups.text']);
  });

  it('are not mentioned if there are none', async () => {
    await show(page);
    expect(screen.queryByText(actionsFr['fromGroups.title'])).toBeNull();
  });
});

describe('the form that one person plays', () => {
  it('is named with its scenes and minutes, so that nobody chooses by the name alone', async () => {
    await show(page);
    const options = within(screen.getByLabelText(actionsFr['settings.form'])).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      actionsFr['settings.form.same'],
      'Première semaine (8 scènes, environ 40 min)',
      'Semaine sur mesure (au plus 9 scènes, environ 47 min)',
      'Découvrir (1 scène, environ 6 min)',
    ]);
  });

  it('says of a chosen form that it is too short for a level', async () => {
    await show(page);
    const select = screen.getByLabelText(actionsFr['settings.form']);
    await fireEvent.change(select, { target: { value: 'first-week' } });
    expect(screen.queryByText(/trop court pour donner un niveau/)).toBeNull();
    await fireEvent.change(select, { target: { value: 'discovery' } });
    expect(screen.getByText(/trop court pour donner un niveau/)).toBeTruthy();
  });
});
