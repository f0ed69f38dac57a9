import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { signInScene } from '../../../support/sign-in-scene.ts';
import { fill, playSignIn, press, SIGNED_IN, submit } from './play.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('signing in', () => {
  it('can be done by typing, and no typed word leaves the page', async () => {
    const play = playSignIn();
    await fill('Nom d’utilisateur', 'cgagnon24');
    await fill('Mot de passe', 'ZQX-faux-mot');
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('ne vont pas ensemble');
    await fill('Mot de passe', 'pommier24');
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Garder ma session ouverte' }));
    await submit();
    expect(document.activeElement?.textContent).toBe('Choisir un nouveau mot de passe');
    await fill('Nouveau mot de passe', 'ZQX tortue lampe');
    await fill('Le nouveau mot de passe, encore une fois', 'ZQX tortue orage');
    await submit();
    expect(screen.getByText(/sont différentes/)).toBeTruthy();
    await fill('Le nouveau mot de passe, encore une fois', 'ZQX tortue lampe');
    await submit();
    await fill('Code reçu par texto', '482913');
    await submit();
    await press('Fermer la session');
    expect(play.state().apps['sign-in']?.stage).toBe('closed');
    expect(play.actions.map(({ type }) => type)).toEqual([
      'sign-in',
      'keep',
      'sign-in',
      'set-password',
      'set-password',
      'enter-code',
      'sign-out',
    ]);
    const kept = JSON.stringify([play.actions, play.state()]);
    for (const word of ['ZQX', 'tortue', 'lampe', 'orage', 'pommier24', 'cgagnon24', '482913']) {
      expect(kept).not.toContain(word);
    }
  });

  it('can be done by copying and pasting', async () => {
    const play = playSignIn();
    await press('Copier le nom d’utilisateur');
    await press(/Coller dans «\sNom d’utilisateur\s»/);
    await press('Copier le mot de passe temporaire');
    await press(/Coller dans «\sMot de passe\s»/);
    await submit();
    expect(play.state().apps['sign-in']?.stage).toBe('new-password');
  });

  it('can be done by choosing cards, for people who cannot type', async () => {
    const play = playSignIn([SIGNED_IN]);
    await press('Prendre ce mot de passe');
    expect(play.actions).toEqual([]);
    await fireEvent.click(screen.getByLabelText('tortue lampe orage 7'));
    await press('Prendre ce mot de passe');
    expect(play.actions).toEqual([{ app: 'sign-in', type: 'choose-card', cardId: 'k3' }]);
  });
});

describe('the fields', () => {
  it('hide a password until « Afficher », and accept pasted text', async () => {
    playSignIn([SIGNED_IN]);
    const box = screen.getByLabelText<HTMLInputElement>('Nouveau mot de passe');
    expect(box.type).toBe('password');
    await press(/Afficher\s: Nouveau mot de passe/);
    expect(box.type).toBe('text');
  });

  it('keep what was typed while the person looks at the phone', async () => {
    const world = structuredClone(signInScene);
    playSignIn([SIGNED_IN], world);
    await fill('Nouveau mot de passe', 'tortue');
    cleanup();
    playSignIn([SIGNED_IN], world);
    expect(screen.getByLabelText<HTMLInputElement>('Nouveau mot de passe').value).toBe('tortue');
  });

  it('are empty on the next page and after an undo', async () => {
    const play = playSignIn();
    await fill('Nom d’utilisateur', 'cgagnon24');
    await fill('Mot de passe', 'pommier24');
    await submit();
    await play.act({ app: 'desk', type: 'undo' });
    expect(screen.getByLabelText<HTMLInputElement>('Mot de passe').value).toBe('');
  });

  it('accept the code that was copied on the phone', async () => {
    const play = playSignIn([
      SIGNED_IN,
      { app: 'sign-in', type: 'choose-card', cardId: 'k3' },
      { app: 'phone', type: 'open', conversationId: 'c2' },
      { app: 'phone', type: 'copy-code', messageId: 's2' },
    ]);
    await press(/Coller dans «\sCode reçu par texto\s»/);
    await submit();
    expect(play.state().apps['sign-in']?.stage).toBe('open');
  });
});

describe('copying', () => {
  const announced = (): string => screen.getByRole('status').textContent;

  const setClipboard = (writeText: (text: string) => Promise<void>): void => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  };

  afterEach(() => {
    Reflect.deleteProperty(document, 'execCommand');
    Reflect.deleteProperty(document, 'featurePolicy');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('claims nothing of the device when the device refuses', async () => {
    setClipboard(() => Promise.reject(new Error('refused')));
    const play = playSignIn();
    await press('Copier le mot de passe temporaire');
    await waitFor(() => {
      expect(announced()).toContain('C’est copié pour le jeu seulement.');
    });
    expect(play.state().apps['sign-in']?.copied).toBe('password');
  });

  it('keeps the focus and leaves nothing behind when it works during the press', async () => {
    let copied = '';
    const execCommand = (): boolean => {
      copied = document.getSelection()?.toString() ?? '';
      const event = new Event('copy', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: { setData: () => undefined } });
      return !document.body.dispatchEvent(event);
    };
    Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
    playSignIn();
    await press('Copier le mot de passe temporaire');
    await waitFor(() => {
      expect(announced()).toContain('C’est copié.');
    });
    expect(copied).toBe(signInScene['sign-in']?.card.temporaryPassword);
    expect(document.getSelection()?.toString()).toBe('');
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Copier le mot de passe temporaire' }),
    );
  });

  it('does not call the clipboard that the policy of the frame refuses', async () => {
    const written: string[] = [];
    setClipboard((text) => {
      written.push(text);
      return Promise.resolve();
    });
    Object.defineProperty(document, 'featurePolicy', {
      value: { allowsFeature: () => false },
      configurable: true,
    });
    playSignIn();
    await press('Copier le nom d’utilisateur');
    await waitFor(() => {
      expect(announced()).toContain('pour le jeu seulement');
    });
    expect(written).toEqual([]);
  });
});

describe('read-only', () => {
  it('sends no action', async () => {
    const play = playSignIn();
    await play.change({ readOnly: true });
    await press('Copier le nom d’utilisateur');
    await submit();
    expect(play.actions).toEqual([]);
  });

  it('shows everything in English too', () => {
    locale.current = 'en';
    playSignIn();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });
});
