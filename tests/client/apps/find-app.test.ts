import { describe, expect, it } from 'vitest';
import { loadApps, registrationOf } from '../../../client/src/apps/find-app.ts';
import { Engine } from '../../../scenarios/world/engine.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { startScene } from '../../../scenarios/world/scene.ts';
import { world } from '../../support/s02.ts';
import { listPlayedScenarios } from '../../support/scene-plays.ts';

describe('the apps of a scene', () => {
  it.each(listPlayedScenarios())('start $name as the server does', async (scenario) => {
    const apps = await loadApps(scenario.world);
    expect(hashState(new Engine(apps).start(scenario.world))).toBe(hashState(startScene(scenario.world)));
  });

  it('include one that has a part in the scene, although it is not on the desk', async () => {
    const { mail, ...rest } = world;
    expect(mail).toBeDefined();
    expect(Object.keys(await loadApps({ ...rest, apps: ['phone'] })).sort()).toEqual(['files', 'phone']);
  });

  it('never come without their folder', () => {
    expect(() => registrationOf('fax' as never)).toThrow('app.not-registered fax');
  });
});
