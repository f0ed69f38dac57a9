/** Dragging messages onto the folders of the mail app. */
import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { drag } from '../drag.ts';
import { playMail } from './play.ts';
import { sampleWorld } from './sample-world.ts';

const world: World = {
  ...sampleWorld,
  ...(sampleWorld.mail && { mail: { ...sampleWorld.mail, sorting: true } }),
};
const OPEN: WorldAction = { app: 'mail', type: 'open', messageId: 'm2' };
const REPORT: WorldAction = { app: 'mail', type: 'report', messageId: 'm2' };
const DELETE: WorldAction = { app: 'mail', type: 'delete', messageId: 'm2' };
const KEEP: WorldAction = { app: 'mail', type: 'keep', messageId: 'm2' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function row(): Element {
  return screen.getByText('Horaire', { selector: '.subject' });
}

function place(name: string): Element {
  return screen.getByText(name, { selector: 'nav .name' });
}

describe('dragging a message', () => {
  it('opens and reports it when it is dropped on « Signalés », as two presses do', async () => {
    const play = playMail({ world });
    expect(await drag(row(), place('Signalés'))).toBe(true);
    expect(play.actions).toEqual([OPEN, REPORT]);
    expect(screen.getByText(/Message signalé\. Il est dans/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Signalés/ }));
  });

  it('only deletes it when it is open and is dropped on the trash', async () => {
    const play = playMail({ world, before: [OPEN] });
    await drag(row(), place('Corbeille'));
    expect(play.actions).toEqual([DELETE]);
    expect(screen.getByText(/Message supprimé/)).toBeTruthy();
  });

  it('brings it back when it is dragged from its folder to the inbox, and to no other folder', async () => {
    const play = playMail({
      world,
      before: [OPEN, REPORT, { app: 'mail', type: 'folder', folder: 'reported' }],
    });
    for (const name of ['Corbeille', 'Signalés']) expect(await drag(row(), place(name))).toBe(false);
    expect(play.actions).toEqual([]);
    await drag(row(), place('Boîte de réception'));
    expect(play.actions).toEqual([OPEN, KEEP]);
    expect(screen.getByText(/Le message est dans la boîte de réception/)).toBeTruthy();
  });

  it('puts a draft aside first when one covers the message', async () => {
    const play = playMail({ world, before: [OPEN, { app: 'mail', type: 'compose' }] });
    await drag(row(), place('Signalés'));
    expect(play.actions).toEqual([OPEN, REPORT]);
  });

  it('changes nothing when it is dropped on a folder that no button moves it to', async () => {
    const play = playMail({ world });
    for (const name of ['Boîte de réception', 'Brouillons', 'Envoyés'])
      expect(await drag(row(), place(name))).toBe(false);
    expect(play.actions).toEqual([]);
  });

  it('does not begin when messages cannot be sorted, nor for a message of one’s own', () => {
    playMail();
    expect(row().closest('[draggable]')).toBeNull();
    cleanup();
    playMail({
      world,
      before: [
        { app: 'mail', type: 'compose' },
        { app: 'mail', type: 'write', typed: 'Bonjour' },
        { app: 'mail', type: 'folder', folder: 'drafts' },
      ],
    });
    const own = document.querySelector('[data-row]');
    expect(own).not.toBeNull();
    expect(own?.closest('[draggable]')).toBeNull();
  });
});
