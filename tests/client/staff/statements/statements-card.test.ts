import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { ApiProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { StatementDownload } from '../../../../client/src/staff/statements/statement-download.svelte.ts';
import StatementsCard from '../../../../client/src/staff/statements/StatementsCard.svelte';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { StatementServer } from './statement-server.ts';

let server: StatementServer;
let timers: HandTimers;
let download: StatementDownload;
let saved: string[];

const remember = (event: Event): void => {
  const { target } = event;
  if (!(target instanceof HTMLAnchorElement)) return;
  saved.push(target.download);
  event.preventDefault();
};

beforeEach(() => {
  locale.current = 'fr';
  [server, timers, saved] = [new StatementServer(), new HandTimers(), []];
  const over = new ApiProblem('session.expired', 401);
  const tokens = { token: () => Promise.resolve('token'), renew: () => Promise.reject(over), present: null };
  download = new StatementDownload({
    timers,
    caller: new Caller(new Http(server.fetch, timers), tokens, timers),
    onproblem: () => undefined,
    toUrl: () => 'blob:https://tool.example/1',
  });
  document.addEventListener('click', remember);
});
afterEach(() => {
  document.removeEventListener('click', remember);
  cleanup();
});

const people = [
  { id: 'p-1', name: 'Ada' },
  { id: 'p-2', name: 'Bo' },
];

function show(isLimited = false): void {
  render(StatementsCard, { download, people, isLimited });
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await timers.pass(30_000);
}

async function choose(label: string, value: string): Promise<void> {
  await fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const sum = (): string => screen.getByText(/^Dans le fichier/).textContent;
const said = (): string => screen.getByRole('status').textContent;
const broken = [{ cutAt: 200 }, { cutAt: 0 }, { cutAt: 0 }, { cutAt: 0 }, { cutAt: 0 }, { cutAt: 0 }];

describe('the card of an activity’s statements', () => {
  it('saves the complete file at once, says so, and saves it once though the card is redrawn', async () => {
    show();
    await press('Télécharger pour le suivi');
    expect([said(), saved]).toEqual(['Le fichier est prêt.', ['numplus-operational.jsonl']]);
    expect(screen.getByText(/^3.énoncés$/)).toBeTruthy();
    cleanup();
    show();
    await settle();
    expect(screen.getByRole('link', { name: /Enregistrer le fichier/ })).toBeTruthy();
    expect(saved).toHaveLength(1);
  });

  it('promises staff who see some groups only no file of everybody', () => {
    show(true);
    expect(sum()).toContain('tout le monde dans vos groupes;');
    expect(screen.getByRole('option', { name: 'Tout le monde dans vos groupes', hidden: true })).toBeTruthy();
  });

  it('says what the file will contain, as it is chosen', async () => {
    show();
    expect(sum()).toBe('Dans le fichier\u00a0: tout le monde; tous les jours; tout le détail.');
    await choose('Personne', 'p-2');
    await choose('Premier jour', '2026-11-01');
    await choose('Détail', '1');
    const since = 'Bo; à partir du 1er\u00a0novembre 2026; les réponses seulement.';
    expect(sum()).toBe(`Dans le fichier\u00a0: ${since}`);
    await choose('Dernier jour', '2026-11-25');
    expect(sum()).toContain('du 1er\u00a0novembre 2026 au 25\u00a0novembre 2026');
    await choose('Premier jour', '2026-11-25');
    expect(sum()).toContain('Bo; le 25\u00a0novembre 2026;');
    await press('Télécharger pour le suivi');
    const words = 'purpose=operational&person=p-2&from=2026-11-25&to=2026-11-25&tier=1';
    expect(server.asked[0]).toBe(`/api/activity/statements?${words}`);
  });

  it('requests nothing while the first day is after the last, and says why', async () => {
    show();
    await choose('Premier jour', '2026-11-26');
    await choose('Dernier jour', '2026-11-25');
    const fault = 'Le premier jour est après le dernier. Changez l’un des deux.';
    expect(screen.getByRole('alert').textContent).toBe(fault);
    expect(screen.getByLabelText('Dernier jour').getAttribute('aria-invalid')).toBe('true');
    await press('Télécharger pour le suivi');
    expect(server.asked).toEqual([]);
    await choose('Dernier jour', '2026-11-26');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Télécharger pour le suivi');
    expect(said()).toBe('Le fichier est prêt.');
  });

  it('locks the choice while a file is downloading, and shows the progress', async () => {
    server.troubles = [{ cutAt: 200, stalls: true }];
    show();
    await fireEvent.click(screen.getByRole('button', { name: 'Télécharger pour le suivi' }));
    await settle();
    expect(said()).toBe('1\u00a0énoncé reçu…');
    expect(screen.getByRole('group', { name: 'Choisir une partie' }).hasAttribute('disabled')).toBe(true);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-disabled'))).toEqual(['true']);
    await timers.pass(60_500);
    expect(said()).toBe('La connexion s’est coupée. On continue dans un instant.');
  });

  it('continues or starts again, as the person chooses', async () => {
    server.troubles = [...broken, ...broken.slice(1)];
    show();
    await press('Télécharger pour le suivi');
    const text = 'Le téléchargement s’est arrêté. 1\u00a0énoncé reste ici tant que cette page est ouverte.';
    expect([said(), saved]).toEqual([text, []]);
    await press('Continuer le téléchargement');
    expect([said(), saved]).toEqual([text, []]);
    await press('Recommencer');
    expect([said(), saved]).toEqual(['Le fichier est prêt.', ['numplus-operational.jsonl']]);
  });

  it('discards the downloaded part when something else is chosen', async () => {
    server.troubles = broken;
    show();
    await press('Télécharger pour le suivi');
    await choose('Personne', 'p-1');
    expect([said(), screen.queryByRole('button', { name: 'Recommencer' })]).toEqual(['', null]);
  });

  it('offers a part as a part when the session ended, and saves nothing by itself', async () => {
    server.troubles = [{ cutAt: 200 }, { status: 401 }];
    show();
    await press('Télécharger pour le suivi');
    expect(said()).toBe(
      'Votre session est terminée. Le fichier n’est pas complet\u00a0: il a 1\u00a0énoncé.',
    );
    const link = screen.getByRole('link', { name: /Enregistrer cette partie/ });
    expect([link.getAttribute('download'), saved]).toEqual(['numplus-operational-part.jsonl', []]);
  });

  it('is shown in English too, and distinguishes an empty choice from an empty activity', async () => {
    locale.current = 'en';
    server.lines = [];
    show();
    await press('Download for follow-up');
    expect(said()).toBe('There is nothing to download right now.');
    await choose('Detail', '2');
    expect(screen.getByText('In the file: everyone; every day; answers and actions.')).toBeTruthy();
    await press('Download for follow-up');
    expect(said()).toBe('Nothing matches this choice.');
  });
});
