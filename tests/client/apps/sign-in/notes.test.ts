/** The note about the boxes says what is wrong with what is in them, and no longer. */
import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { pushScene, signInScene } from '../../../support/sign-in-scene.ts';
import { fill, playSignIn, press, SIGNED_IN, submit } from './play.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('a note about the fields', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const note = (): string => screen.getAllByRole('alert')[0]?.textContent.trim() ?? '';

  it('goes away when an undo emptied the boxes it speaks of', async () => {
    const play = playSignIn([SIGNED_IN]);
    await fill('Nouveau mot de passe', 'tortue lampe');
    await fill('Le nouveau mot de passe, encore une fois', 'tortue orage');
    await submit();
    expect(note()).toContain('sont différentes');
    await fill('Le nouveau mot de passe, encore une fois', 'tortue lampe');
    await submit();
    await play.act({ app: 'desk', type: 'undo' });
    expect(screen.getByLabelText<HTMLInputElement>('Nouveau mot de passe').value).toBe('');
    expect(note()).toBe('');
  });

  it('goes away when a box it speaks of is typed into', async () => {
    playSignIn();
    await submit();
    const box = screen.getByLabelText('Mot de passe');
    expect([note(), box.getAttribute('aria-invalid')]).toEqual(['Remplissez les 2 cases.', 'true']);
    await fill('Mot de passe', 'p');
    expect([note(), box.getAttribute('aria-invalid')]).toEqual(['', null]);
  });

  it('goes away when the code is pasted, and comes back if the code is not right', async () => {
    playSignIn([
      { app: 'phone', type: 'open', conversationId: 'c2' },
      { app: 'phone', type: 'copy-code', messageId: 's2' },
      SIGNED_IN,
      { app: 'sign-in', type: 'choose-card', cardId: 'k3' },
    ]);
    await submit();
    expect(note()).toBe('Entrez le code reçu par texto.');
    await press(/Coller dans «\sCode reçu par texto\s»/);
    expect(note()).toBe('');
    await fill('Code reçu par texto', '111111');
    await submit();
    expect(note()).toContain('Ce n’est pas le code reçu.');
  });

  it('stays when the person comes back from the phone', async () => {
    const world = structuredClone(signInScene);
    playSignIn([], world);
    await submit();
    cleanup();
    playSignIn([{ app: 'sign-in', type: 'sign-in', userName: 'empty', password: 'empty' }], world);
    expect(note()).toBe('Remplissez les 2 cases.');
  });

  it('stays when the phone refused the request, until the code is tried', async () => {
    const chosen: WorldAction[] = [SIGNED_IN, { app: 'sign-in', type: 'choose-card', cardId: 'k3' }];
    playSignIn(
      [...chosen, { app: 'sign-in', type: 'second-step', by: 'push' }, { app: 'sign-in', type: 'deny' }],
      structuredClone(pushScene),
    );
    await fill('Code reçu par texto', '4');
    expect(note()).toContain('La demande est refusée');
  });

  it('comes into sight after each failed try, and leaves the focus', async () => {
    const show = vi.spyOn(Element.prototype, 'scrollIntoView');
    playSignIn();
    expect(show).not.toHaveBeenCalled();
    await press('Ouvrir la session');
    expect(show.mock.contexts).toEqual([screen.getByRole('alert')]);
    await press('Ouvrir la session');
    expect(show).toHaveBeenCalledTimes(2);
    expect(document.activeElement?.textContent).toContain('Ouvrir la session');
  });

  it('stands right after the button that was pressed', async () => {
    playSignIn();
    await press('Ouvrir la session');
    const button = screen.getByRole('button', { name: 'Ouvrir la session' });
    expect(button.nextElementSibling).toBe(screen.getByRole('alert'));
  });
});
