import { cleanup, render, screen, within } from '@testing-library/svelte';
import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { World } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { FakeSpeech, FakeUtterance } from '../support/fake-speech.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

const world: World = { ...sampleWorld, goal: ['Réponds à Marc.'] };
let server: PlayServer;
let speech: FakeSpeech;

beforeEach(() => {
  locale.current = 'fr';
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  server = new PlayServer(world);
  speech = new FakeSpeech();
  speech.voices = [{ lang: 'fr-CA', localService: true }];
});
afterEach(cleanup);

function show(page: TestPage): void {
  const reader = new ReadAloud(speech as unknown as SpeechSynthesis, new HandTimers());
  render(App, { game: page.game, reader });
}

async function showScene(): Promise<TestPage> {
  const page = await playFromStart(server);
  show(page);
  await screen.findByRole('region', { name: 'Courriel' });
  return page;
}

async function press(name: string, within_: HTMLElement = document.body): Promise<void> {
  await fireEvent.click(within(within_).getByRole('button', { name }));
  await settle();
}

function lastTypes(count: number): string[] {
  return server.stored.slice(-count).map(({ action }) => action.type);
}

describe('the notice', () => {
  it('takes focus on its heading and continues in the chosen language', async () => {
    const page = createPage(server);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    expect(document.activeElement?.textContent).toBe('Avant de commencer');
    await press('English');
    expect(document.documentElement.lang).toBe('en-CA');
    await press('I understand, let’s start');
    expect(await screen.findByRole('heading', { name: 'Welcome to Ateliers Boréal!' })).toBeTruthy();
  });
});

describe('a device without a voice', () => {
  it('is spoken of where listening is offered first, and nowhere later', async () => {
    speech.voices = [];
    const timers = new HandTimers();
    const page = createPage(server);
    await page.game.start('the-code-of-a-launch-1234');
    render(App, { game: page.game, reader: new ReadAloud(speech as unknown as SpeechSynthesis, timers) });
    await timers.pass(2500);
    const said = (): boolean => screen.queryByText(shellFr['listen.none']) !== null;
    expect([page.game.screen, said()]).toEqual(['notice', true]);
    await page.game.acceptNotice();
    await settle();
    expect([page.game.screen, said()]).toEqual(['welcome', false]);
    await page.game.next();
    await settle();
    expect([page.game.screen, said()]).toEqual(['introduction', false]);
  });
});

describe('reading aloud', () => {
  it('stops when the language changes', async () => {
    speech.voices = [...speech.voices, { lang: 'en-CA', localService: true }];
    const page = createPage(server);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    await press('Écouter');
    expect(screen.getByRole('button', { name: 'Arrêter' })).toBeTruthy();
    await press('English');
    expect(screen.getByRole('button', { name: 'Listen' })).toBeTruthy();
  });
});

describe('a double tap', () => {
  const tap = (target: Element, detail: number): Promise<boolean> => fireEvent.click(target, { detail });

  it('presses only what was aimed at when the page moves between its halves', async () => {
    await showScene();
    let presses = 0;
    const link = document.createElement('a');
    link.addEventListener('click', () => (presses += 1));
    screen.getByRole('main').append(link);
    await tap(screen.getByRole('heading', { name: 'Courriel' }), 1);
    await tap(link, 2);
    expect(presses).toBe(0);
    await tap(link, 1);
    await tap(link, 2);
    expect(presses).toBe(2);
  });

  it('presses what the finger went to: another control, more than a few pixels away', async () => {
    await showScene();
    const presses: string[] = [];
    const [first, second] = ['Un', 'Deux'].map((name) => {
      const box = document.createElement('input');
      box.type = 'radio';
      box.addEventListener('click', () => presses.push(name));
      const label = document.createElement('label');
      label.append(box, name);
      screen.getByRole('main').append(label);
      return { box, label };
    });
    if (first === undefined || second === undefined) throw new Error('no choices');
    const at = (target: Element, detail: number, clientY: number): Promise<boolean> =>
      fireEvent.click(target, { detail, clientX: 50, clientY });
    await at(first.box, 1, 100);
    await at(second.box, 2, 140);
    await at(first.box, 3, 100);
    expect(presses).toEqual(['Un', 'Deux', 'Un']);
    // In Firefox a label presses its box with the same detail.
    const passes = (await at(second.label, 2, 140)) && (await at(second.box, 2, 140));
    expect([passes, presses.at(-1)]).toEqual([true, 'Deux']);
    await at(first.box, 1, 100);
    await at(second.box, 2, 105);
    expect(presses.at(-1)).toBe('Un');
  });

  it('presses a button once, also at two places of it, and another button beside it', async () => {
    await showScene();
    const [help, pause] = ['Aide', 'Pause'].map((name) => screen.getByRole('button', { name }));
    if (help === undefined || pause === undefined) throw new Error('no tools');
    const at = (target: Element, detail: number, clientX: number): Promise<boolean> =>
      fireEvent.click(target, { detail, clientX, clientY: 10 });
    await at(help, 1, 10);
    await at(help.querySelector('.word') ?? help, 2, 40);
    expect(help.getAttribute('aria-expanded')).toBe('true');
    await at(help, 1, 10);
    await at(pause, 2, 90);
    expect(await screen.findByRole('heading', { name: shellFr['paused.title'] })).toBeTruthy();
  });

  it('puts the focus on nothing that came under the finger between its halves', async () => {
    await showScene();
    const [heading, button] = [
      screen.getByRole('heading', { name: 'Courriel' }),
      screen.getByText('J’ai fini'),
    ];
    const isAllowed = (target: Element, detail: number): Promise<boolean> =>
      fireEvent.mouseDown(target, { detail });
    expect(await isAllowed(heading, 1)).toBe(true);
    expect(await isAllowed(button, 2)).toBe(false);
    expect(await isAllowed(button, 1)).toBe(true);
    expect(await isAllowed(button, 2)).toBe(true);
  });
});

describe('the end of the session', () => {
  it('shows a link back to the course that leaves the frame', async () => {
    const page = await showScene();
    server.isSessionOver = true;
    page.game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    const link = await screen.findByRole('link', { name: 'Retourner au cours' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
      'https://lms.example/course',
      '_top',
    ]);
  });
});

describe('the scene', () => {
  it('asks for confirmation once after « J’ai fini », and ignores a second press', async () => {
    await showScene();
    await press('J’ai fini');
    const yes = screen.getByRole('button', { name: 'Oui, j’ai fini' });
    await fireEvent.click(yes);
    await fireEvent.click(yes);
    await settle();
    expect(lastTypes(5)).toEqual(['done']);
    expect(screen.getByRole('heading', { name: 'title' })).toBeTruthy();
  });

  it('goes through the three steps of help, and says beforehand what will not count', async () => {
    await showScene();
    await press('Aide');
    await press('help');
    expect(lastTypes(1)).toEqual(['help']);
    const heading = document.activeElement;
    expect(heading?.tagName).toBe('H3');
    expect(document.getElementById(heading?.getAttribute('aria-describedby') ?? '')).not.toBeNull();
    await press('Montre-moi où');
    expect(document.querySelector('[data-help="mail:message:m2"] .mark, .pointed')).not.toBeNull();
    const before = server.stored.length;
    await press('Montre-moi comment');
    expect(screen.getByText(/ne donnera pas de points/)).toBeTruthy();
    expect(server.stored).toHaveLength(before);
    expect(document.activeElement?.tagName).toBe('H3');
    await press('Oui, montre-moi');
    expect(document.activeElement?.tagName).toBe('H3');
    const steps = server.stored.flatMap(({ action }) => (action.type === 'help' ? [action.step] : []));
    expect(steps).toEqual([1, 2, 3]);
  });

  it('gives focus back to « Aide » when help closes', async () => {
    await showScene();
    await press('Aide');
    await press('Fermer l’aide');
    expect(document.activeElement?.textContent.trim()).toBe('Aide');
  });

  it('explains that there is nothing to undo', async () => {
    await showScene();
    const [undo] = screen
      .getAllByRole('button', { name: 'Annuler' })
      .filter((button) => button.closest('.toolbar'));
    const reason = document.getElementById(undo?.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Rien à annuler pour le moment.');
  });

  it('says no more that there is nothing to undo once there is something', async () => {
    const page = await showScene();
    page.game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    expect(screen.queryByText('Rien à annuler pour le moment.')).toBeNull();
  });

  it('records a helping hand with one press when somebody sits beside the person', async () => {
    const { game } = await showScene();
    expect(screen.queryByRole('button', { name: 'Coup de main' })).toBeNull();
    game.preferences.chooseSetting({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
    await settle();
    await press('Coup de main');
    expect(server.frames.at(-1)).toEqual({ app: 'frame', type: 'assist' });
    expect(screen.getByText('C’est enregistré. Continuez.')).toBeTruthy();
  });

  it('records each listening', async () => {
    await showScene();
    await press('Écouter');
    expect(server.stored.at(-1)?.action).toEqual({ app: 'desk', type: 'listen', target: 'goal' });
  });

  it('says quietly that the connection is lost, and when it is back', async () => {
    const page = await showScene();
    server.line = 'down';
    page.game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    expect(screen.getByText(/La connexion est coupée/)).toBeTruthy();
    server.line = 'good';
    page.game.presence.online();
    await settle();
    expect(screen.queryByText(/La connexion est coupée/)).toBeNull();
    expect(screen.getByText(/La connexion est revenue/)).toBeTruthy();
  });

  it('offers « Continuer ici » when another window is playing', async () => {
    const page = await showScene();
    server.takeWritingElsewhere();
    page.game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    expect(screen.getByRole('button', { name: 'J’ai fini' }).getAttribute('aria-disabled')).toBe('true');
    await press('Continuer ici');
    expect(page.game.attempt?.isReadOnly).toBe(false);
  });
});
