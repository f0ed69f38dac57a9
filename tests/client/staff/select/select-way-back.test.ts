import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../support/hand-timers.ts';
import { SelectPage } from './select-page.ts';

let page: SelectPage;

beforeEach(() => {
  page = new SelectPage();
});
afterEach(() => {
  page.close();
});

describe('several activities', () => {
  it('are added one by one, changed and removed', async () => {
    await page.show();
    await page.press('Vérifier mon choix');
    await page.press('Ajouter une autre activité');
    expect(page.heading).toBe('Ajouter une autre activité');
    await page.choose('radio', 'Un tour rapide');
    await page.press('Vérifier mon choix');
    expect(page.heading).toBe('Voici vos 2 activités');
    await page.press(/^Modifier\u00a0: Un tour rapide$/);
    expect(page.heading).toBe('Modifier l’activité');
    await page.type('Autre nom');
    await page.press('Revenir à mon choix');
    expect(screen.getByRole('article', { name: 'Un tour rapide' })).toBeTruthy();
    await page.press(/^Modifier\u00a0: Un tour rapide$/);
    await page.type('Le tour');
    await page.press('Enregistrer mes changements');
    await page.press(/^Retirer\u00a0: Faire le point$/);
    expect(screen.getByText(/L’activité « Faire le point » est retirée\./)).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('UL');
    expect(screen.queryByRole('button', { name: /^Retirer/ })).toBeNull();
    await page.press('Ajouter au cours');
    expect(page.lastChoices.map((choice) => choice.title)).toEqual(['Le tour']);
  });

  it('are not offered if the platform accepts one', async () => {
    await page.show({ several: false });
    await page.press('Vérifier mon choix');
    expect(screen.queryByRole('button', { name: 'Ajouter une autre activité' })).toBeNull();
  });
});

describe('if the platform does not accept', () => {
  it('a grade, none is asked for, and the page says so', async () => {
    await page.show({ grade: false });
    expect(screen.queryByRole('checkbox', { name: /Envoyer une note/ })).toBeNull();
    expect(screen.getByText('Cet endroit du cours n’accepte pas de note.')).toBeTruthy();
    await page.press('Vérifier mon choix');
    await page.press('Ajouter au cours');
    expect(page.lastChoices[0]?.graded).toBe(false);
  });

  it('any activity, the only way is back', async () => {
    await page.show({ activity: false });
    expect(page.heading).toBe('On ne peut pas ajouter d’activité ici');
    await page.press('Retourner au cours');
    expect(page.server.sent).toEqual([{ cancel: true }]);
    expect(page.posted).toHaveLength(1);
  });

  it('the return address, which nobody connected, the page names it for whoever can help', async () => {
    const params = { origin: 'https://school.example' };
    page.server.refusal = { code: 'selection.return-refused', status: 409, params };
    await page.show();
    expect(page.heading).toBe('Nous ne pouvons pas retourner à votre cours');
    expect(screen.getByText('https://school.example')).toBeTruthy();
  });
});

describe('the return to the LMS', () => {
  it('without a choice says so to the LMS', async () => {
    await page.show();
    await page.press('Retourner sans rien ajouter');
    expect(page.server.sent).toEqual([{ cancel: true }]);
    expect(page.posted.map(({ fields }) => fields)).toEqual([{ JWT: 'jwt-1' }]);
  });

  it('is requested once however often it is pressed, and again if the browser stays', async () => {
    await page.show();
    await page.press('Vérifier mon choix');
    const add = screen.getByRole('button', { name: 'Ajouter au cours' });
    await fireEvent.click(add);
    await fireEvent.click(add);
    await settle();
    expect(page.posted).toHaveLength(1);
    await page.press('Envoyer encore une fois');
    expect(page.posted.map(({ fields }) => fields.JWT)).toEqual(['jwt-1', 'jwt-2']);
    expect(page.server.sent[1]).toEqual(page.server.sent[0]);
  });

  it('keeps the choice and says so if the connection is lost', async () => {
    await page.show();
    await page.press('Vérifier mon choix');
    page.server.isDown = true;
    await page.press('Ajouter au cours');
    await page.timers.pass(60_000);
    expect(screen.getByRole('alert').textContent).toContain('La connexion semble coupée.');
    page.server.isDown = false;
    await page.press('Ajouter au cours');
    expect(page.posted).toHaveLength(1);
  });

  it.each([
    ['activity.content-unknown', 409, 'Une activité choisie n’existe plus.'],
    ['selection.not-accepted', 409, 'Votre plateforme n’accepte pas ce choix.'],
    ['request.invalid', 400, 'Rien n’est parti.'],
  ])('explains in words what prevents it: %s', async (code, status, words) => {
    await page.show();
    await page.press('Vérifier mon choix');
    page.server.refusal = { code, status };
    await page.press('Ajouter au cours');
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(page.posted).toEqual([]);
  });

  it('reports the end of the session', async () => {
    await page.show();
    await page.press('Vérifier mon choix');
    page.server.refusal = { code: 'session.expired', status: 401 };
    await page.press('Ajouter au cours');
    expect(page.problems).toEqual(['session.expired']);
  });
});

describe('keys that Moodle can’t read', () => {
  it('are named above the choice, with the two settings and a way to check again', async () => {
    page.server.keysUnread = { product: 'moodle', host: 'num.example.org', port: '8443' };
    await page.show();
    const notice = screen.getByRole('region', { name: 'Moodle n’a pas pu lire nos clés' });
    expect(notice.textContent).toContain(
      'Dans curlsecurityblockedhosts, retirer ce qui bloque num.example.org.',
    );
    expect(notice.textContent).toContain(
      'Dans curlsecurityallowedport, vérifier que 8443 y est, sur sa propre ligne.',
    );
    expect(notice.textContent).toContain('Autre cause possible');
    page.server.keysUnread = null;
    await page.press('Vérifier de nouveau');
    expect(screen.queryByRole('region', { name: /nos clés/ })).toBeNull();
    expect(page.heading).toBe('Choisir une activité');
  });
});
