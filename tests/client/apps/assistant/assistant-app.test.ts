import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tick } from 'svelte';
import AssistantApp from '../../../../client/src/apps/assistant/AssistantApp.svelte';
import DocumentApp from '../../../../client/src/apps/document/DocumentApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playApp, press } from '../play-app.ts';

const asked: readonly WorldAction[] = [
  { app: 'assistant', type: 'add-phrase', phraseId: 'q1' },
  { app: 'assistant', type: 'send', intent: 'notice' },
];

function heard(): string[] {
  const all = screen.getAllByRole('status').map(({ textContent }) => textContent.trim());
  return all.filter((text) => text !== '');
}

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('the assistant', () => {
  it('says that it is simulated', () => {
    playApp(AssistantApp);
    expect(screen.getByText('Cet assistant est simulé. Il peut se tromper.')).toBeTruthy();
  });

  it('has no empty list while nothing was asked', () => {
    playApp(AssistantApp);
    expect(screen.queryAllByRole('list').filter(({ children }) => children.length === 0)).toEqual([]);
  });

  it('reads what typed words want, and announces its whole answer once', async () => {
    const { actions } = playApp(AssistantApp);
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'écris-moi un texte' } });
    await press('Envoyer');
    expect(actions).toEqual([
      { app: 'assistant', type: 'write', typed: 'écris-moi un texte' },
      { app: 'assistant', type: 'send', intent: 'notice' },
    ]);
    expect(heard()).toEqual(['L’assistant répond\u00A0: Voici : Un Deux']);
  });

  it('has its answer once where the conversation is read line by line', async () => {
    playApp(AssistantApp);
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'écris-moi un texte' } });
    await press('Envoyer');
    expect(screen.getByRole('region', { name: 'Conversation' }).textContent.match(/Deux/g)).toHaveLength(1);
  });

  it('is asked by Ctrl and Enter too, and by Enter alone not at all', async () => {
    const { actions } = playApp(AssistantApp);
    const box = screen.getByRole('textbox');
    await fireEvent.input(box, { target: { value: 'écris-moi un texte' } });
    await fireEvent.keyDown(box, { key: 'Enter' });
    await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(actions).toEqual([]);
    await fireEvent.keyDown(box, { key: 'Enter', metaKey: true });
    expect(actions.map(({ type }) => type)).toEqual(['write', 'send']);
  });

  it('announces no old answer when it opens', () => {
    playApp(AssistantApp, asked);
    expect(heard()).toEqual([]);
  });

  it('sends no empty request, and says what to do', async () => {
    const { actions } = playApp(AssistantApp);
    await press('Envoyer');
    expect(actions).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('La demande n’est pas partie.');
  });

  it('puts its text into the document, which comes to the front', async () => {
    const { actions } = playApp(AssistantApp, asked);
    await press('Mettre dans le document');
    expect(actions).toEqual([
      { app: 'desk', type: 'open-app', target: 'document' },
      { app: 'document', type: 'insert', textId: 't1' },
    ]);
  });

  it('leaves to the document to announce it', async () => {
    const arrival = { said: '' };
    playApp(AssistantApp, asked, { arrival });
    await press('Mettre dans le document');
    cleanup();
    playApp(DocumentApp, [...asked, { app: 'document', type: 'insert', textId: 't1' }], { arrival });
    await tick();
    expect(heard()).toEqual(['Le texte est dans le document.']);
    cleanup();
    playApp(DocumentApp, asked, { arrival });
    await tick();
    expect(heard()).toEqual([]);
  });

  it('names its box, and says where a chosen sentence goes', async () => {
    playApp(AssistantApp);
    expect(screen.getByRole('textbox', { name: 'Écrivez votre demande' })).toBeTruthy();
    await press('Pour l’équipe.');
    expect(heard()).toEqual(['La phrase est dans votre demande.']);
    await press('Pour l’équipe.');
    expect(heard()).toEqual(['La phrase est retirée.']);
  });

  it('changes nothing while it can only be read', async () => {
    const { actions } = playApp(AssistantApp, asked, { readOnly: true });
    await press('Mettre dans le document');
    await press('Envoyer');
    expect(actions).toEqual([]);
  });
});
