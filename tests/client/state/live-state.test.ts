// @vitest-environment node
/**
 * The page's own game against the real server: whatever a person does in a scene, what the page shows is what the
 * server has, also after a reload in the middle.
 */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { launch } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { isPlay, listPlayedScenarios, type PlayedScenario } from '../../support/scene-plays.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { createPage, TabHistory, type TestPage } from '../support/page.ts';

/** A form plays the newest version of a scene. */
const scenarios: readonly PlayedScenario[] = [
  ...new Map(listPlayedScenarios().map((scenario) => [scenario.world.id, scenario])).values(),
];

let folder: ContentFolder;
let stack: Stack;
let page: TestPage;
const history = new TabHistory();
const server = {
  fetch: ((path, init) => fetch(`${stack.tool.localUrl}${path as string}`, init)) satisfies typeof fetch,
};

beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.playInDemo(`[${scenarios.map(({ world }) => world.id).join(', ')}]`);
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
  const address = await launch(stack, 4, '/mod/lti/launch.php?id=2');
  page = createPage(server, history);
  await page.game.start(new URLSearchParams(address.hash.slice(1)).get('code'));
  await page.game.acceptNotice();
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

/** The scene on the page. */
function getPlay() {
  const play = page.game.attempt?.play;
  if (!play) throw new Error(`no scene on the page: ${page.game.screen}`);
  return play;
}

async function expectSameOnServer(): Promise<void> {
  await page.game.attempt?.settled();
  const play = getPlay();
  const stored = await page.api.getScene(page.game.attempt?.view.id ?? '', play.sceneId);
  expect(stored.stateHash).toBe(hashState(play.state));
  expect(replay(stored.world, stored.actions)).toEqual(play.state);
}

async function reload(): Promise<void> {
  page = createPage(server, history);
  await page.game.start(null);
  if (page.game.screen === 'introduction') page.game.play();
  expect(page.game.screen).toBe('scene');
}

/** A walk of the welcome may show trouble with gestures; the page then offers a helper first. */
async function goOn(): Promise<void> {
  await page.game.next();
  if (page.game.screen === 'helper-offer')
    await page.game.goOnAfter(() => {
      page.game.preferences.answerHelperOffer('declined');
    });
}

/** A page whose state parts from the server's is mended by the server; here none may need it. */
afterEach(() => {
  expect(stack.tool.log).not.toContain('world.diverged');
});

describe('one page playing every scene', () => {
  it.each(scenarios)('has the same state as the server: $name', async (scenario) => {
    await goOn();
    page.game.play();
    expect(getPlay().world.id).toBe(scenario.world.id);
    const undo: WorldAction = { app: 'desk', type: 'undo' };
    const known = scenario.plays.flatMap(({ actions }) => actions.filter(isPlay));
    const walk = fc.array(fc.constantFrom(undo, ...known), { maxLength: 25 });
    await fc.assert(
      // Each walk goes on where the one before it ended.
      fc.asyncProperty(walk, fc.boolean(), async (actions, isReloaded) => {
        for (const action of actions) getPlay().act(action);
        await page.game.attempt?.settled();
        if (isReloaded) await reload();
        await expectSameOnServer();
      }),
      // A page may read 120 scenes a minute, and each walk reads two at most.
      { numRuns: Math.floor(100 / 2 / scenarios.length), endOnFailure: true },
    );
    getPlay().act({ app: 'desk', type: 'done' });
    page.game.sceneEnded();
    await expectSameOnServer();
  });

  it('reaches the end', async () => {
    await goOn();
    expect(page.game.screen).toBe('finished');
    const { attempt } = await page.api.findAttempt();
    expect(attempt?.scenes.map(({ status }) => status)).toEqual(scenarios.map(() => 'done'));
  });
});
