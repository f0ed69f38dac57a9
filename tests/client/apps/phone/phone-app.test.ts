import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PhoneApp from '../../../../client/src/apps/phone/PhoneApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { meetingScene } from '../../../support/meeting-scene.ts';
import { phoneScene as world } from '../../../support/phone-scene.ts';
import { playApp } from '../play-app.ts';
import { settle } from '../../support/hand-timers.ts';

const OPEN_MARC: WorldAction = { app: 'phone', type: 'open', conversationId: 'c2' };
const OPEN_PARCEL: WorldAction = { app: 'phone', type: 'open', conversationId: 'c1' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

interface Play {
  readonly actions: WorldAction[];
  readonly container: HTMLElement;
  state: () => SceneState;
  act: (action: WorldAction) => Promise<void>;
  change: (props: object) => Promise<void>;
}

/** Plays the app: the real reducers apply its actions. */
function playPhone(before: readonly WorldAction[] = [], readOnly = false): Play {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let actionSeq = 0;
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(PhoneApp, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly,
    pointAt: null,
    timers: { set: () => 0, clear: () => undefined },
  });
  update = (props) => view.rerender(props);
  return {
    actions,
    container: view.container,
    state: () => state,
    act: async (action) => {
      take(action);
      await update({ state });
    },
    change: (props) => update(props),
  };
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}

describe('reading', () => {
  it('opens an unread conversation from its row, and moves focus there and back', async () => {
    const play = playPhone();
    await press(/^M?\s*Marc.*482 913.*Lundi.*Non lu/);
    expect(play.actions).toEqual([OPEN_MARC]);
    expect(document.activeElement?.textContent).toBe('Marc');
    await press('Tous les textos');
    expect(document.activeElement?.getAttribute('data-row')).toBe('c2');
  });

  it('copies a code', async () => {
    const play = playPhone([OPEN_MARC]);
    await press('Copier le code\u00A0: 482 913');
    expect(play.actions).toEqual([{ app: 'phone', type: 'copy-code', messageId: 's2' }]);
    expect(screen.getByRole('button', { name: 'Code copié\u00A0: 482 913' })).toBeTruthy();
  });

  it('names the buttons of two codes in one conversation apart', () => {
    const [parcel, marc] = world.phone?.conversations ?? [];
    if (world.phone === undefined || parcel === undefined || marc === undefined) throw new Error('no texts');
    const other = { id: 's9', date: 'Mardi', body: ['Un autre code.'], code: '715 260' };
    const both = { ...marc, messages: [...marc.messages, other] };
    playApp(PhoneApp, [OPEN_MARC], {
      world: { ...world, phone: { ...world.phone, conversations: [parcel, both] } },
    });
    const names = screen
      .getAllByRole('button', { name: /^Copier le code/ })
      .map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual(['Copier le code\u00A0: 482 913', 'Copier le code\u00A0: 715 260']);
    // Its summary names the group of sentences.
    expect(screen.queryByRole('group', { name: 'Saluer' })).toBeNull();
  });

  it('gives a link’s address to screen readers, and shows it on request', async () => {
    const play = playPhone([OPEN_PARCEL]);
    const link = screen.getByRole('button', { name: /Payer/ });
    const address = document.getElementById(link.getAttribute('aria-describedby') ?? '');
    expect(address?.textContent).toContain('https://colis.example/payer');
    // Heard with the link, and not again behind it.
    expect(address?.getAttribute('aria-hidden')).toBe('true');
    await press(/Payer/);
    await press('Ouvrir le lien');
    expect(play.actions).toEqual([
      { app: 'phone', type: 'preview-link', messageId: 's1' },
      { app: 'phone', type: 'open-link', messageId: 's1' },
    ]);
  });

  it('opens the page of the meeting that a link is for, unless the person is in it', async () => {
    const opening = { app: 'meeting', type: 'open', meetingId: 'r1' } as const;
    for (const [before, opened] of [
      [[], [opening]],
      [[opening, { app: 'meeting', type: 'join' }], []],
    ] as const) {
      const { actions } = playApp(PhoneApp, [...before, OPEN_PARCEL], { world: meetingScene });
      await press(/Réunion/);
      await press('Ouvrir le lien');
      expect(actions.slice(1)).toEqual([{ app: 'phone', type: 'open-link', messageId: 't1' }, ...opened]);
      cleanup();
    }
  });

  it('reports a message, takes the report back and deletes it without losing focus', async () => {
    const play = playPhone([OPEN_PARCEL]);
    await press(/^Signaler/);
    expect(screen.getByText('Signalé comme dangereux')).toBeTruthy();
    await press(/^Retirer le signalement/);
    await press(/^Supprimer/);
    expect(play.actions.map(({ type }) => type)).toEqual(['report', 'keep', 'delete']);
    expect(document.activeElement?.textContent).toBe('Message supprimé');
    await press('Annuler');
    expect(screen.queryByText('Message supprimé')).toBeNull();
  });
});

describe('writing', () => {
  it('sends typed text before sending the message, and empties the box', async () => {
    const play = playPhone([OPEN_MARC]);
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Non' } });
    await press('Envoyer');
    expect(play.actions).toEqual([
      { app: 'phone', type: 'write', typed: 'Non' },
      { app: 'phone', type: 'send' },
    ]);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
    expect(play.container.querySelector('.own')?.textContent).toContain('Non');
  });

  it('leaves the conversation where it is scrolled while the person writes, and shows what is sent', async () => {
    const { act, container } = playPhone([OPEN_MARC]);
    await settle();
    const scroller = container.querySelector('.scroller');
    if (!scroller) throw new Error('no conversation');
    scroller.scrollTop = 100;
    await act({ app: 'phone', type: 'write', typed: 'Salut' });
    await settle();
    expect(scroller.scrollTop).toBe(100);
    await act({ app: 'phone', type: 'send' });
    await settle();
    expect(scroller.scrollTop).toBe(0);
  });

  it('adds and removes a ready-made sentence', async () => {
    const play = playPhone([OPEN_MARC]);
    await press('Bonjour!');
    await press(/Retirer\s: Bonjour!/);
    expect(play.actions.map(({ type }) => type)).toEqual(['add-phrase', 'remove-phrase']);
  });

  it('explains why nothing can be sent yet, and sends no action', async () => {
    const play = playPhone([OPEN_MARC]);
    await press('Envoyer');
    expect(screen.getByRole('alert').textContent).toContain('écrivez un mot');
    expect(play.actions).toEqual([]);
  });
});

describe('a message that somebody sent', () => {
  const write = (typed: string): readonly WorldAction[] => [
    { app: 'phone', type: 'write', typed },
    { app: 'phone', type: 'send' },
  ];

  it('has buttons that are told from those of other messages by its first words', () => {
    playPhone([OPEN_MARC, ...write('Non'), ...write('Je peux venir mardi soir, si tu veux.')]);
    const names: string[] = [];
    screen.getAllByRole('button', { name: (name) => names.push(name) > 0 });
    expect(names.filter((name) => /^(?:Signaler|Supprimer)/.test(name))).toEqual([
      'Signaler\u00A0: Ton code est 482 913.',
      'Supprimer\u00A0: Ton code est 482 913.',
      'Supprimer\u00A0: Non',
      'Supprimer\u00A0: Je peux venir mardi soir, si…',
    ]);
  });

  it('leaves the focus in its place when it is deleted', async () => {
    const play = playPhone([OPEN_MARC, ...write('Non')]);
    await press(/^Supprimer.*Non/);
    expect(play.actions).toEqual([{ app: 'phone', type: 'delete', messageId: expect.any(String) as string }]);
    expect(document.activeElement?.textContent).toBe('Message supprimé');
  });
});

describe('help and read-only', () => {
  it('points at each step towards a code', async () => {
    const play = playPhone();
    const pointed = (): string | undefined =>
      play.container.querySelector<HTMLElement>('.pointed')?.dataset.help;
    await play.change({ pointAt: 'phone:copy:s2' });
    await tick();
    await tick();
    expect(pointed()).toBe('phone:conversation:c2');
    await press(/Marc/);
    await tick();
    await tick();
    expect(pointed()).toBe('phone:copy:s2');
  });

  it('sends no action when read-only', async () => {
    const play = playPhone([OPEN_MARC], true);
    for (const name of [/^Copier le code/, /^Signaler/, /^Supprimer/, 'Envoyer', 'Bonjour!'])
      await press(name);
    expect(play.actions).toEqual([]);
  });

  it('shows everything in English too', () => {
    locale.current = 'en';
    playPhone([OPEN_MARC]);
    expect(screen.getByRole('button', { name: 'Copy the code: 482 913' })).toBeTruthy();
  });
});
