import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import MeetingApp from '../../../../client/src/apps/meeting/MeetingApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { meetingScene as world } from '../../../support/meeting-scene.ts';
import { playApp, press } from '../play-app.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function playMeeting(before: readonly WorldAction[] = []): WorldAction[] {
  return playApp(MeetingApp, before, { world }).actions;
}

const inside: readonly WorldAction[] = [
  { app: 'meeting', type: 'open', meetingId: 'r1' },
  { app: 'meeting', type: 'join' },
  { app: 'meeting', type: 'next' },
];
const next: WorldAction = { app: 'meeting', type: 'next' };
const afterFault = [...inside, next, next, next];

describe('joining', () => {
  it('moves focus into the lobby, the waiting room and the meeting', async () => {
    playMeeting();
    await press(/Équipe/);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Avant d’entrer' }));
    await press('Rejoindre');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Salle d’attente' }));
    await press('Continuer');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sous-titres' }));
  });

  it('offers no button for a meeting that has not started', () => {
    playMeeting();
    expect(screen.queryByRole('button', { name: /Formation/ })).toBeNull();
    expect(screen.getByText('Pas encore commencée')).toBeTruthy();
  });
});

describe('in the meeting', () => {
  it('shows the whole conversation, and what is heard behind the person', async () => {
    playMeeting(inside);
    await press('Suite');
    expect(screen.getByText('Bonjour!')).toBeTruthy();
    expect(screen.getAllByText(/L’inventaire est jeudi/).length).toBeGreaterThan(0);
    expect(screen.getByText('On entend la cuisine.')).toBeTruthy();
    await press('Couper le micro');
    expect(screen.queryByText('On entend la cuisine.')).toBeNull();
    expect(screen.getByText('Micro coupé')).toBeTruthy();
  });

  it('shows what the team will see before a window is shown', async () => {
    const actions = playMeeting(inside);
    await press('Partager une fenêtre');
    expect(screen.queryByRole('button', { name: 'Montrer à l’équipe' })).toBeNull();
    await press('Horaire');
    expect(screen.getByText('Quarts')).toBeTruthy();
    await press('Montrer à l’équipe');
    expect(screen.getAllByText(/L’équipe voit/).length).toBeGreaterThan(0);
    await press('Arrêter le partage');
    expect(actions.map(({ type }) => type)).toEqual(['open-panel', 'pick', 'share', 'stop-share']);
  });

  it('says which window was chosen and what to press, then what the team sees of it', async () => {
    playMeeting(inside);
    await press('Partager une fenêtre');
    await press('Horaire');
    expect(screen.getByRole('button', { name: 'Horaire' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent.trim())).toContain(
      'Choisi\u00A0: Horaire. Appuyez sur «\u00A0Montrer à l’équipe\u00A0».',
    );
    expect(screen.getByRole('group', { name: 'Horaire' }).textContent).toContain('Quarts');
    await press('Montrer à l’équipe');
    expect(screen.getByRole('region', { name: 'L’équipe voit\u00A0: Horaire' })).toBeTruthy();
  });

  it('brings a panel into view when it opens, and not again at other presses', async () => {
    playMeeting(inside);
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
    const shown = (): number =>
      scroll.mock.contexts.filter(
        (element) => element instanceof HTMLElement && element.id.endsWith('-share'),
      ).length;
    await press('Partager une fenêtre');
    expect(shown()).toBe(1);
    await press('Horaire');
    await press('Couper le micro');
    expect(shown()).toBe(1);
    scroll.mockRestore();
  });

  it('has the button that shows the chosen window before its picture, and brings it into view once', async () => {
    playMeeting(inside);
    await press('Partager une fenêtre');
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
    const shown = (): number =>
      scroll.mock.contexts.filter(
        (element) => element instanceof Element && element.textContent.trim() === 'Montrer à l’équipe',
      ).length;
    await press('Horaire');
    const show = screen.getByRole('button', { name: 'Montrer à l’équipe' });
    const picture = screen.getByRole('group', { name: 'Horaire' });
    expect(show.compareDocumentPosition(picture)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(shown()).toBe(1);
    await press('Couper le micro');
    expect(shown()).toBe(1);
    scroll.mockRestore();
  });

  it('brings the newest line into view, last its beginning, also when sharing begins', async () => {
    playMeeting(inside);
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
    const last = (): unknown => scroll.mock.contexts.at(-1);
    await press('Suite');
    expect(last()).toBe(screen.getAllByText('Nadia').findLast(({ localName }) => localName === 'strong'));
    await press('Partager une fenêtre');
    await press('Horaire');
    await press('Montrer à l’équipe');
    expect(last()).toBe(screen.getAllByText('Nadia').findLast(({ localName }) => localName === 'strong'));
    scroll.mockRestore();
  });

  it('has no button to leave between the buttons of the panels and a panel', async () => {
    playMeeting(inside);
    await press('Partager une fenêtre');
    const names: string[] = [];
    screen.getAllByRole('button', { name: (name) => names.push(name) > 0 });
    expect(names.indexOf('Quitter la réunion')).toBeLessThan(names.indexOf('Réglage du micro'));
    expect(names.indexOf('Partager une fenêtre')).toBeLessThan(names.indexOf('Horaire'));
  });

  it('has each caption once where it is read line by line', async () => {
    playMeeting(inside);
    await press('Suite');
    const captions = screen.getByRole('region', { name: 'Sous-titres' });
    expect(captions.textContent.match(/L’inventaire est jeudi/g)).toHaveLength(1);
    expect(screen.getAllByText(/Nadia.*L’inventaire est jeudi/)).toHaveLength(1);
  });

  it('says that nothing was received while the microphone is muted', async () => {
    playMeeting([...inside, { app: 'meeting', type: 'mic', on: false }]);
    await press('Moi, je peux.');
    await press('Dire à voix haute');
    expect(screen.getAllByText('Personne n’a reçu ce message.').length).toBeGreaterThan(0);
  });

  it('asks for words before an empty message is said', async () => {
    const actions = playMeeting(inside);
    await press('Dire à voix haute');
    expect(screen.getByText('Choisissez une phrase ou écrivez un mot.')).toBeTruthy();
    expect(actions).toEqual([]);
  });

  it('sends to the chat by Ctrl and Enter, with what was just typed', async () => {
    const actions = playMeeting(inside);
    const box = screen.getByRole('textbox');
    await fireEvent.input(box, { target: { value: 'Bonjour!' } });
    await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    expect(actions).toEqual([
      { app: 'meeting', type: 'write', typed: 'Bonjour!' },
      { app: 'meeting', type: 'send' },
    ]);
  });
});

describe('focus', () => {
  it('goes back to the meeting in the list, also if the app was opened again in between', async () => {
    for (const [before, leave] of [
      [inside.slice(0, 1), 'Toutes les réunions'],
      [inside, 'Quitter la réunion'],
    ] as const) {
      playMeeting(before);
      await press(leave);
      expect(document.activeElement?.getAttribute('data-row')).toBe('r1');
      cleanup();
    }
  });

  it('goes to the heading of a panel that opens, and stays on a button that closes it', async () => {
    playMeeting(inside);
    for (const [opener, heading] of [
      ['Partager une fenêtre', 'Que voulez-vous montrer?'],
      ['Réglage du micro', 'Quel micro utiliser?'],
    ] as const) {
      await press(opener);
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: heading }));
      expect(screen.getByRole('region', { name: heading })).toBeTruthy();
    }
    await press('Réglage du micro');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Réglage du micro' }));
  });

  it('returns to the button that opened a panel when what was pressed in it goes away', async () => {
    playMeeting(inside);
    const opener = screen.getByRole('button', { name: 'Partager une fenêtre' });
    await press('Partager une fenêtre');
    await press('Horaire');
    await press('Montrer à l’équipe');
    expect(document.activeElement).toBe(opener);
    await press('Arrêter le partage');
    expect(document.activeElement).toBe(opener);
    await press('Réglage du micro');
    await press('Fermer');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Réglage du micro' }));
  });

  it('goes to the captions when the last one has come', async () => {
    playMeeting(afterFault);
    await press('Suite');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sous-titres' }));
  });
});

describe('after the fault', () => {
  it('shows by the level whether the chosen microphone hears, and the answer of the others', async () => {
    playMeeting(afterFault);
    await press('Réglage du micro');
    await press('Essayer le micro');
    expect(screen.getByText(/Le niveau ne bouge pas/)).toBeTruthy();
    await press('Ordinateur');
    await press('Essayer le micro');
    expect(screen.getByText(/Le niveau bouge/)).toBeTruthy();
    await press('M’entendez-vous?');
    await press('Dire à voix haute');
    expect(screen.getAllByText(/On t’entend\./).length).toBeGreaterThan(0);
  });

  it('tells who writes that they are not read, and offers networks instead of microphones', async () => {
    playMeeting([
      { app: 'meeting', type: 'open', meetingId: 'r1' },
      { app: 'meeting', type: 'choose-way', way: 'writing' },
      { app: 'meeting', type: 'join' },
      ...[next, next, next, next],
    ]);
    expect(screen.getAllByText(/On ne te lit plus/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Dire à voix haute' })).toBeNull();
    await press('Réglage du clavardage');
    expect(screen.getByRole('button', { name: 'Employés' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ordinateur' })).toBeNull();
  });
});
