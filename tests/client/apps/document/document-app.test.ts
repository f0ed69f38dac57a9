import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import DocumentApp from '../../../../client/src/apps/document/DocumentApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playApp, press } from '../play-app.ts';

const written: readonly WorldAction[] = [
  { app: 'document', type: 'add-phrase', phraseId: 's3' },
  { app: 'document', type: 'add-line', typed: 'Merci à tous' },
];

function describes(element: Element | null): string | undefined {
  return document.getElementById(element?.getAttribute('aria-describedby') ?? '')?.textContent;
}

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('a sentence of the document', () => {
  it('is changed in its place, and focus goes back to its button', async () => {
    const { actions } = playApp(DocumentApp, written);
    await press('Modifier\u00A0: Portez des gants.');
    const box = screen.getByRole('textbox', { name: 'Phrase à modifier' });
    expect((box as HTMLTextAreaElement).value).toBe('Portez des gants.');
    await fireEvent.input(box, { target: { value: 'Mettez des gants.' } });
    await press('Garder');
    expect(actions).toEqual([{ app: 'document', type: 'rewrite', lineId: 's3', typed: 'Mettez des gants.' }]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Modifier\u00A0: Mettez des gants.');
  });

  it('stays as it is if nothing was changed', async () => {
    const { actions } = playApp(DocumentApp, written);
    await press('Modifier\u00A0: Portez des gants.');
    await press('Garder');
    await press('Modifier\u00A0: Portez des gants.');
    await press('Ne rien changer');
    expect(actions).toEqual([]);
  });

  it('is removed without losing focus, and the words are counted', async () => {
    const { actions } = playApp(DocumentApp, written);
    expect(screen.getAllByText(/6 mots sur 5\s: 1 mot de trop/)).toHaveLength(2);
    await press('Enlever\u00A0: Merci à tous');
    expect(actions).toEqual([{ app: 'document', type: 'remove-line', lineId: 'w1-2' }]);
    expect(document.activeElement?.textContent).toBe('Avis');
    expect(describes(document.activeElement)).toBe('3 mots sur 5');
    expect(screen.getAllByText('3 mots sur 5')).toHaveLength(2);
  });

  it('is written into the document, and the box is empty again', async () => {
    const { actions } = playApp(DocumentApp);
    const box = screen.getByRole('textbox', { name: 'Écrivez une phrase' });
    await fireEvent.input(box, { target: { value: 'Bonjour' } });
    await press('Ajouter');
    expect(actions).toEqual([{ app: 'document', type: 'add-line', typed: 'Bonjour' }]);
    expect((box as HTMLInputElement).value).toBe('');
  });
});

describe('an empty document', () => {
  it('says so, and has no empty list', () => {
    playApp(DocumentApp);
    expect(screen.getByText('Le document est vide. Ajoutez une phrase.')).toBeTruthy();
    expect(screen.queryAllByRole('list').filter(({ children }) => children.length === 0)).toEqual([]);
  });
});

describe('sending', () => {
  it('sends the document with its note, and shows what was sent', async () => {
    const { actions, container } = playApp(DocumentApp, written);
    await press('L’IA a aidé.');
    await press('Envoyer à Nadia');
    expect(actions.map(({ type }) => type)).toEqual(['add-phrase', 'send']);
    expect(container.querySelector('.sent')?.textContent).toContain('L’IA a aidé.');
  });

  it('sends a correction that stands in its open box, and a typed sentence that was not added', async () => {
    const { actions, container } = playApp(DocumentApp, written);
    await press('Modifier\u00A0: Portez des gants.');
    const box = screen.getByRole('textbox', { name: 'Phrase à modifier' });
    await fireEvent.input(box, { target: { value: 'Mettez des gants.' } });
    const added = screen.getByRole('textbox', { name: 'Écrivez une phrase' });
    await fireEvent.input(added, { target: { value: 'Bonne journée' } });
    await press('Envoyer à Nadia');
    expect(actions.map(({ type }) => type).sort()).toEqual(['add-line', 'rewrite', 'send']);
    expect(actions.at(-1)?.type).toBe('send');
    const sent = container.querySelector('.sent')?.textContent;
    expect(sent).toContain('Mettez des gants.');
    expect(sent).toContain('Bonne journée');
    expect(screen.queryByRole('textbox', { name: 'Phrase à modifier' })).toBeNull();
    expect((added as HTMLInputElement).value).toBe('');
  });

  it('waits while the box of a correction is empty, and says what to do', async () => {
    const { actions } = playApp(DocumentApp, written);
    await press('Modifier\u00A0: Portez des gants.');
    const box = screen.getByRole('textbox', { name: 'Phrase à modifier' });
    await fireEvent.input(box, { target: { value: ' ' } });
    await press('Envoyer à Nadia');
    expect(actions).toEqual([]);
    expect(document.activeElement).toBe(box);
    expect(describes(box)).not.toBe(undefined);
  });

  it('names the box of the note, and says where a chosen sentence goes', async () => {
    playApp(DocumentApp, written);
    expect(screen.getByRole('textbox', { name: 'Écrivez un mot à Nadia' })).toBeTruthy();
    await press('L’IA a aidé.');
    expect(screen.getByText('La phrase est dans votre mot.')).toBeTruthy();
  });

  it('is done by Ctrl and Enter in the note, with what was just typed', async () => {
    const { actions } = playApp(DocumentApp, written);
    const box = screen.getByRole('textbox', { name: 'Écrivez un mot à Nadia' });
    await fireEvent.input(box, { target: { value: 'Bonjour' } });
    await fireEvent.keyDown(box, { key: 'Enter' });
    expect(actions).toEqual([]);
    await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    expect(actions).toEqual([
      { app: 'document', type: 'write', typed: 'Bonjour' },
      { app: 'document', type: 'send' },
    ]);
  });

  it('has a way to the note from the bar below', async () => {
    playApp(DocumentApp, written);
    await press('Écrire à Nadia');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Écrivez un mot à Nadia' }));
  });

  it('sends no empty document, and says what to do', async () => {
    const { actions } = playApp(DocumentApp);
    await press('Envoyer à Nadia');
    expect(actions).toEqual([]);
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent.trim())).toContain(
      'Le document est vide. Ajoutez une phrase, puis envoyez-le.',
    );
  });
});
