/** Reporting, keeping and deleting messages, and looking at links before following them. */
import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { playMail } from './play.ts';
import { sampleWorld } from './sample-world.ts';

const address = 'https://depot.example/confirmer';
const world: World = {
  ...sampleWorld,
  apps: ['mail', 'browser'],
  ...(sampleWorld.mail && {
    mail: {
      ...sampleWorld.mail,
      sorting: true,
      messages: sampleWorld.mail.messages.map((message) =>
        message.id === 'm2'
          ? {
              ...message,
              links: [{ id: 'l1', after: 'Peux-tu venir?', text: 'Confirmer', address, page: 'w1' }],
            }
          : message,
      ),
    },
  }),
  browser: {
    engine: 'engine',
    favourites: [],
    suggestions: [],
    pages: [{ id: 'w1', address, site: 'site', title: 'page', look: 'plain', menu: [], blocks: [] }],
  },
};
const OPEN: WorldAction = { app: 'mail', type: 'open', messageId: 'm2' };

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

describe('sorting a message', () => {
  it('reports it, announces it, and moves focus to the list', async () => {
    const play = playMail({ world, before: [OPEN] });
    await press('Signaler');
    expect(play.actions).toEqual([{ app: 'mail', type: 'report', messageId: 'm2' }]);
    expect(screen.getByText(/Message signalé\. Il est dans/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Boîte de réception');
    await press(/Signalés.*1 message/);
    await press(/Horaire/);
    expect(screen.getByText('Ce message est signalé.')).toBeTruthy();
    await press('Retirer le signalement');
    expect(play.actions.at(-1)).toEqual({ app: 'mail', type: 'keep', messageId: 'm2' });
  });

  it('marks it as safe in its folder, in words in the list too', async () => {
    const play = playMail({ world, before: [OPEN] });
    await press('Garder');
    expect(play.actions).toEqual([{ app: 'mail', type: 'keep', messageId: 'm2' }]);
    expect(button('Gardé').getAttribute('aria-disabled')).toBe('true');
    expect(button(/Horaire.*Gardé/)).toBeTruthy();
  });

  it('deletes it and restores it from the trash', async () => {
    const play = playMail({ world, before: [OPEN] });
    await press('Supprimer');
    await press(/Corbeille/);
    await press(/Horaire/);
    await press('Remettre dans la boîte de réception');
    expect(play.actions.at(-1)).toEqual({ app: 'mail', type: 'keep', messageId: 'm2' });
  });

  it('is not offered when the scene has no sorting', () => {
    playMail({ before: [OPEN] });
    expect(screen.queryByRole('button', { name: 'Signaler' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Corbeille/ })).toBeNull();
  });
});

describe('a link in a message', () => {
  it('has its full address in its description without a press', () => {
    playMail({ world, before: [OPEN] });
    const described = button(/Lien.*Confirmer/).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe(`Ce lien mène à ${address}`);
  });

  it('shows it on hover until the pointer leaves or Escape is pressed', async () => {
    playMail({ world, before: [OPEN] });
    const link = button(/Confirmer/);
    const bubble = document.getElementById(link.getAttribute('aria-describedby') ?? '');
    await fireEvent.pointerEnter(link.parentElement ?? link, { pointerType: 'mouse' });
    expect(bubble?.className).toContain('bubble');
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(bubble?.className).toContain('visually-hidden');
  });

  it('keeps the address visible after a press, and can be followed only from there', async () => {
    const play = playMail({ world, before: [OPEN] });
    await press(/Confirmer/);
    expect(play.actions).toEqual([{ app: 'mail', type: 'preview-link', linkId: 'l1' }]);
    await press('Ouvrir le lien');
    expect(play.actions.slice(1)).toEqual([
      { app: 'mail', type: 'open-link', linkId: 'l1' },
      { app: 'browser', type: 'open', pageId: 'w1', via: 'message', rank: 0 },
      { app: 'desk', type: 'open-app', target: 'browser' },
    ]);
    expect(play.state().apps.active).toBe('browser');
  });

  it('gives focus back to the link when its address is closed', async () => {
    playMail({ world, before: [OPEN] });
    await press(/Confirmer/);
    await press('Fermer');
    expect(document.activeElement).toBe(button(/Confirmer/));
    expect(screen.queryByRole('button', { name: 'Ouvrir le lien' })).toBeNull();
  });

  it('is said to be included when its message is forwarded', async () => {
    playMail({ world, before: [OPEN, { app: 'mail', type: 'forward', messageId: 'm2' }] });
    await tick();
    const heads = screen.getByRole('region', { name: 'Écriture' });
    expect(within(heads).getByText(/Le lien.*Confirmer.*part avec le message/)).toBeTruthy();
  });
});
