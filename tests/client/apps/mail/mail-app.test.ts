import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playMail } from './play.ts';
import { sampleWorld } from './sample-world.ts';

const OPEN: WorldAction = { app: 'mail', type: 'open', messageId: 'm2' };
const REPLY: WorldAction = { app: 'mail', type: 'reply', messageId: 'm2' };
const COMPOSE: WorldAction = { app: 'mail', type: 'compose' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function button(name: string | RegExp): HTMLElement {
  return screen.getByRole('button', { name });
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(button(name));
  await tick();
}

async function type(text: string): Promise<void> {
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
}

describe('reading', () => {
  it('opens a message from its row, which says in words that it was new and has an attachment', async () => {
    const play = playMail();
    expect(button(/Nadia.*Horaire.*Mardi.*Non lu.*1 pièce jointe/)).toBeTruthy();
    await press(/Horaire/);
    expect(play.actions).toEqual([OPEN]);
    expect(screen.getByText('Peux-tu venir?')).toBeTruthy();
    expect(screen.getAllByText('nadia@boreal.example')).not.toHaveLength(0);
    expect(screen.queryByText('Non lu')).toBeNull();
  });

  it('moves focus to the subject when a message opens and back to its row when it closes', async () => {
    playMail();
    await press(/Horaire/);
    expect(document.activeElement?.textContent).toBe('Horaire');
    await press('Retour à la liste');
    expect(document.activeElement?.getAttribute('data-row')).toBe('m2');
  });

  it('changes folders', async () => {
    const play = playMail();
    await press(/Envoyés/);
    expect(play.actions).toEqual([{ app: 'mail', type: 'folder', folder: 'sent' }]);
    expect(screen.getByText('Il n’y a pas de message ici.')).toBeTruthy();
  });

  it.each([
    ['Répondre', 'reply'],
    ['Répondre à tous', 'reply-all'],
    ['Transférer', 'forward'],
  ])('offers « %s »', async (name, type) => {
    const play = playMail({ before: [OPEN] });
    await press(name);
    expect(play.actions).toEqual([{ app: 'mail', type, messageId: 'm2' }]);
  });

  it.each(['Répondre', 'Répondre à tous'])('lets type at once after « %s », and says where', async (name) => {
    playMail({ before: [OPEN] });
    await press(name);
    const box = screen.getByRole('textbox');
    expect(document.activeElement).toBe(box);
    const title = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(title?.textContent).toMatch(/^Répondre à /);
  });

  it('goes to the heading of a message that has no recipient yet', async () => {
    playMail({ before: [OPEN] });
    await press('Transférer');
    expect(document.activeElement?.tagName).toBe('H3');
  });

  it('shows everything in English too', async () => {
    locale.current = 'en';
    playMail({ before: [OPEN] });
    await press('Reply all');
    expect(button('Send')).toBeTruthy();
  });
});

describe('an attachment', () => {
  it('opens in a dialog', async () => {
    const play = playMail({ before: [OPEN] });
    await press('Ouvrir');
    expect(play.actions).toEqual([{ app: 'mail', type: 'preview', attachmentId: 'a1' }]);
    expect(within(screen.getByRole('dialog', { name: 'Règles.pdf' })).getByText('Une règle')).toBeTruthy();
  });

  it('is saved to the usual folder with « Enregistrer »', async () => {
    const play = playMail({ before: [OPEN] });
    await press('Enregistrer');
    expect(play.actions).toEqual([
      { app: 'files', type: 'save-attachment', attachmentId: 'a1', folderId: 'downloads' },
    ]);
    expect(screen.getByText(/^Enregistré dans «\s*Téléchargements\s*»$/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('Enregistré dans «\u00A0Téléchargements\u00A0»');
  });

  it('is saved to the chosen folder with « Enregistrer dans… », the usual one being suggested', async () => {
    const play = playMail({ before: [OPEN] });
    await press('Enregistrer dans…');
    const [first, second] = within(screen.getByRole('dialog')).getAllByRole<HTMLInputElement>('radio');
    expect(first?.value).toBe('downloads');
    expect(first?.checked).toBe(true);
    if (!second) throw new Error('a second folder was expected');
    await fireEvent.click(second);
    await press('Enregistrer ici');
    expect(play.actions).toEqual([
      { app: 'files', type: 'save-attachment', attachmentId: 'a1', folderId: 'training' },
    ]);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('writing', () => {
  it('adds a person by keyboard from the menu and removes one', async () => {
    const play = playMail({ before: [COMPOSE] });
    await fireEvent.keyDown(button('Ajouter'), { key: 'ArrowDown' });
    await tick();
    expect(document.activeElement?.textContent).toContain('Nadia');
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Marc');
    await fireEvent.click(document.activeElement ?? document.body);
    await press('Retirer Marc');
    expect(play.actions).toEqual([
      { app: 'mail', type: 'add-recipient', contactId: 'marc' },
      { app: 'mail', type: 'remove-recipient', contactId: 'marc' },
    ]);
  });

  it('adds and removes a ready-made sentence', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await press('Bonjour!');
    expect(button('Bonjour!').getAttribute('aria-pressed')).toBe('true');
    await press(/Retirer\s: Bonjour!/);
    expect(play.actions).toEqual([
      { app: 'mail', type: 'add-phrase', phraseId: 'p1' },
      { app: 'mail', type: 'remove-phrase', phraseId: 'p1' },
    ]);
  });

  it('builds the sentences of a group when it opens, and keeps one group open', async () => {
    const { mail } = sampleWorld;
    if (mail === undefined) throw new Error('no mail');
    const groups = ['p1', 'p2'].map((id) => ({
      id: `g-${id}`,
      title: `Groupe ${id}`,
      phrases: [{ id, text: `Phrase ${id}` }],
    }));
    playMail({ world: { ...sampleWorld, mail: { ...mail, phraseGroups: groups } }, before: [OPEN, REPLY] });
    expect(screen.queryByText('Phrase p2')).toBeNull();
    const group = screen.getByText('Groupe p2').closest('details');
    if (group === null) throw new Error('no group');
    group.open = true;
    await fireEvent(group, new Event('toggle'));
    expect(button('Phrase p2')).toBeTruthy();
    expect(screen.queryByText('Phrase p1')).toBeNull();
    expect(screen.getByText('Groupe p1').closest('details')?.open).toBe(false);
  });

  it('sends typed text once, after a pause', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('O');
    await type('Oui');
    expect(play.actions).toEqual([]);
    play.timers.pass();
    expect(play.actions).toEqual([{ app: 'mail', type: 'write', typed: 'Oui' }]);
  });

  it('sends typed text before any other action, so that sending loses nothing', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('Oui, à 17 h');
    await press('Envoyer');
    expect(play.actions).toEqual([
      { app: 'mail', type: 'write', typed: 'Oui, à 17 h' },
      { app: 'mail', type: 'send' },
    ]);
    expect(play.state().apps.mail?.sent[0]?.typed).toBe('Oui, à 17 h');
  });

  it('is sent by Ctrl and Enter in its box', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('Oui');
    await fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true });
    expect(play.actions.map((action) => action.type)).toEqual(['write', 'send']);
  });

  it('sends typed text when the box loses focus or the person presses outside the app', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('Oui');
    await fireEvent.blur(screen.getByRole('textbox'));
    await type('Oui!');
    await fireEvent.pointerDown(document.body);
    expect(play.actions.map((action) => 'typed' in action && action.typed)).toEqual(['Oui', 'Oui!']);
  });

  it('shows in the box the text restored by an undo outside the app', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('Oui');
    play.timers.pass();
    await play.act({ app: 'desk', type: 'undo' });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
  });

  it('explains beside the button why the message can’t be sent yet, and sends no action', async () => {
    const play = playMail({ before: [COMPOSE] });
    await press('Envoyer');
    expect(screen.getByRole('alert').textContent).toContain('Choisissez d’abord une personne');
    expect(play.actions).toEqual([]);
    await play.act({ app: 'mail', type: 'add-recipient', contactId: 'nadia' });
    expect(screen.getByRole('alert').textContent).toContain('écrivez un mot');
    await type('Bonjour');
    expect(screen.getByRole('alert').textContent.trim()).toBe('');
  });

  it('keeps the draft on « Fermer » and says in which folder', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await type('Oui');
    await press('Fermer');
    expect(play.actions.map(({ type }) => type)).toEqual(['write', 'leave-draft']);
    expect(screen.getByRole('status').textContent).toContain('Brouillons');
    expect(document.activeElement?.textContent).toBe('Horaire');
  });

  it('deletes a draft', async () => {
    const play = playMail({ before: [OPEN, REPLY] });
    await press('Supprimer le brouillon');
    expect(play.actions).toEqual([{ app: 'mail', type: 'delete-draft' }]);
  });
});

describe('undo', () => {
  it('does nothing when there is nothing to undo; otherwise undoes without losing focus', async () => {
    const play = playMail();
    await press('Annuler');
    expect(play.actions).toEqual([]);
    await press(/Horaire/);
    button('Annuler').focus();
    await press('Annuler');
    expect(play.actions).toEqual([OPEN, { app: 'desk', type: 'undo' }]);
    expect(document.activeElement).toBe(button('Annuler'));
  });
});

describe('read-only', () => {
  it('shows everything, sends no action and gives the reason', async () => {
    const play = playMail({ before: [OPEN], readOnly: true });
    for (const name of [/Dîner/, 'Répondre', 'Enregistrer', 'Nouveau message', /Brouillons/])
      await press(name);
    expect(play.actions).toEqual([]);
    const reason = button('Répondre').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(reason)?.textContent).toContain('seulement lire');
  });

  it('takes the place of a success that was said: the server did not take it', async () => {
    const play = playMail({ before: [OPEN] });
    await press('Annuler');
    expect(screen.getByText('C’est annulé.')).toBeTruthy();
    await play.change({ readOnly: true });
    expect(screen.queryByText('C’est annulé.')).toBeNull();
    expect(screen.getByText(/vous pouvez seulement lire/)).toBeTruthy();
  });
});

describe('help', () => {
  it('points at the target itself, or at the next step towards it', async () => {
    const play = playMail();
    await play.change({ pointAt: 'mail:save:a1' });
    await tick();
    await tick();
    expect(play.container.querySelector('.pointed')?.getAttribute('data-help')).toBe('mail:message:m2');
    await press(/Horaire/);
    await tick();
    await tick();
    expect(play.container.querySelector('.pointed')?.getAttribute('data-help')).toBe('mail:save:a1');
  });
});
