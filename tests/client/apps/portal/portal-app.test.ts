import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PhoneApp from '../../../../client/src/apps/phone/PhoneApp.svelte';
import PortalApp from '../../../../client/src/apps/portal/PortalApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { portalScene as world } from '../../../support/portal-scene.ts';
import { playApp, press } from '../play-app.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function play(App: typeof PortalApp, before: readonly WorldAction[] = []): ReturnType<typeof playApp> {
  return playApp(App, before, { world });
}

const atStub: readonly WorldAction[] = [
  { app: 'portal', type: 'open', pageId: 'w1', via: 'favourite' },
  { app: 'portal', type: 'sign-in' },
  { app: 'portal', type: 'open-stub', stubId: 's1' },
];

describe('the browser of a phone', () => {
  it('leads from the favourites to a stub without a typed password, and moves focus along', async () => {
    const { actions } = play(PortalApp);
    await press(/Portail/);
    expect(document.activeElement?.textContent).toBe('Portail');
    expect(screen.getByLabelText<HTMLInputElement>('Adresse du site').value).toBe('paie.example');
    await press('Ouvrir ma session');
    await press('Nouveau');
    expect(document.activeElement?.textContent).toBe('Nouveau');
    await press('Retour aux talons');
    expect(document.activeElement?.textContent).toMatch(/Nouveau/);
    expect(actions.map(({ type }) => type)).toEqual(['open', 'sign-in', 'open-stub', 'close-stub']);
  });

  it('opens a typed address however it is written, and says so if no page has it', async () => {
    const { actions } = play(PortalApp);
    const box = screen.getByLabelText('Adresse du site');
    await fireEvent.input(box, { target: { value: 'paie.exemple' } });
    await press('Aller');
    expect(screen.getAllByText(/Aucun site n’a cette adresse/).length).toBeGreaterThan(0);
    await fireEvent.input(box, { target: { value: ' HTTPS://www.Paie.example/ ' } });
    await press('Aller');
    expect(actions).toEqual([{ app: 'portal', type: 'open', pageId: 'w1', via: 'address' }]);
  });

  it('gives a page what it asks for at one press', async () => {
    const { actions } = play(PortalApp, [{ app: 'portal', type: 'open', pageId: 'w3', via: 'address' }]);
    expect(screen.getByText('Compte bancaire')).toBeTruthy();
    await press('Confirmer');
    expect(actions).toEqual([{ app: 'portal', type: 'give', pageId: 'w3' }]);
    // Said once: by the focus.
    expect(document.activeElement).toBe(screen.getByText('Merci'));
  });
});

describe('a stub', () => {
  it('takes a marker on a line, in words, and gives focus back to the line', async () => {
    const { actions, state } = play(PortalApp, atStub);
    await press(/^Net/);
    await press('Reçu');
    expect(document.activeElement?.textContent).toMatch(/Net.*Repère\s: Reçu/);
    expect(state().apps.portal?.marks).toEqual({ k1: 'l2' });
    await press(/^Net/);
    expect(screen.getByRole('button', { name: 'Reçu' }).getAttribute('aria-pressed')).toBe('true');
    await press('Reçu');
    expect(actions.map(({ type }) => type)).toEqual(['mark', 'unmark']);
    expect(state().apps.portal?.marks).toEqual({});
  });
});

describe('a text with a link', () => {
  it('opens its page in the browser of the phone', async () => {
    const { actions, state } = play(PhoneApp, [{ app: 'phone', type: 'open', conversationId: 'c1' }]);
    await press(/Voir/);
    await press('Ouvrir le lien');
    expect(actions.map(({ type }) => type)).toEqual(['preview-link', 'open-link', 'open']);
    expect(state().apps).toMatchObject({ active: 'portal', portal: { page: 'w3' } });
  });
});
