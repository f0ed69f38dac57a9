import { describe, expect, it } from 'vitest';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { type SpeechPlan, speechStub } from '../../support/speech-stub.ts';

const stack = setUpBrowserStack();

const quebec = { lang: 'fr-CA', localService: true };
const france = { lang: 'fr-FR', localService: true };
const remote = { lang: 'fr-CA', localService: false };
const english = { lang: 'en-US', localService: true };

/** Opens the notice in French, with a stub of the speech engine. */
async function openNotice(plan: SpeechPlan): Promise<BrowserPlayer> {
  const context = await stack.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(speechStub(plan));
  const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
  await player.launch(stack, 4);
  await player.button('notice.accept').waitFor();
  return player;
}

interface Spoken {
  readonly text?: string;
  readonly voice?: string | null;
  readonly rate?: number;
  readonly cancelled?: boolean;
}

async function spoken(player: BrowserPlayer): Promise<readonly Spoken[]> {
  const found: unknown = await player.page.frame({ name: 'contentframe' })?.evaluate('window.spoken');
  return Array.isArray(found) ? (found as readonly Spoken[]) : [];
}

async function close(player: BrowserPlayer): Promise<void> {
  await player.page.context().close();
}

describe('reading aloud', () => {
  it.each([
    ['there is no voice', { voices: [], finishes: true }],
    ['there are only voices of another language', { voices: [english], finishes: true }],
    ['the only voice would send the text to a server', { voices: [remote], finishes: true }],
  ])('is not offered, and the page says so, when %s', async (_where, plan) => {
    const player = await openNotice(plan);
    const place = (): Promise<unknown> => player.button('notice.accept').boundingBox();
    const before = await place();
    await player.frame.getByText(player.word('listen.none')).waitFor();
    expect(await place()).toEqual(before);
    expect(await player.button('listen').count()).toBe(0);
    await close(player);
  });

  it('is offered once voices arrive late, and takes the Québec one', async () => {
    const player = await openNotice({ voices: [], late: [france, quebec], finishes: true });
    await player.press(player.button('listen'));
    // The button returns when everything was read.
    await player.button('listen.stop').waitFor({ state: 'detached' });
    const texts = (await spoken(player)).filter(({ text }) => text !== undefined);
    expect(texts.length).toBeGreaterThan(4);
    expect(new Set(texts.map(({ voice }) => voice))).toEqual(new Set(['fr-CA']));
    expect(new Set(texts.map(({ rate }) => rate))).toEqual(new Set([0.9]));
    expect(texts.map(({ text }) => text).join(' ')).toContain(player.word('notice.measure'));
    await close(player);
  });

  it('uses a voice from France if there is no other', async () => {
    const player = await openNotice({ voices: [france, english], finishes: true });
    await player.press(player.button('listen'));
    await player.button('listen.stop').waitFor({ state: 'detached' });
    expect((await spoken(player)).some(({ voice }) => voice === 'fr-FR')).toBe(true);
    await close(player);
  });

  it('reads one sentence at a time, and stops when asked', async () => {
    const player = await openNotice({ voices: [quebec], finishes: false });
    await player.press(player.button('listen'));
    // Stop only after the first sentence has begun.
    await expect.poll(async () => (await spoken(player)).some(({ text }) => text !== undefined)).toBe(true);
    await player.press(player.button('listen.stop'));
    await player.button('listen').waitFor();
    const asked = await spoken(player);
    expect(asked.at(-1)).toEqual({ cancelled: true });
    expect(asked.filter(({ text }) => text !== undefined)).toHaveLength(1);
    await close(player);
  });

  it('stops when the person moves on', async () => {
    const player = await openNotice({ voices: [quebec], finishes: false });
    await player.press(player.button('listen'));
    await player.button('listen.stop').waitFor();
    await player.press(player.button('notice.accept'));
    await player.button('welcome.go').waitFor();
    expect((await spoken(player)).at(-1)).toEqual({ cancelled: true });
    await close(player);
  });
});
