import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../../scenarios/checks/check-scenario.ts';
import { scenarioFileNames } from '../../../../scenarios/checks/scenario-files.ts';
import { appsById } from '../../../../scenarios/apps/app-lookups.ts';
import { listStartable, renderSkeleton } from '../../../../scenarios/schema/skeleton.ts';
import { simulatedAppIds } from '../../../../scenarios/world/app-list.ts';
import type { SimulatedAppId } from '../../../../scenarios/world/types.ts';

function check(apps: readonly SimulatedAppId[]): ReturnType<typeof checkScenario> {
  const files = renderSkeleton({ id: 'x10-new', apps, schemaOf: (name) => `${name}.schema.json` });
  const [world, worldFr, worldEn, evidence, evidenceFr, evidenceEn, plays] = scenarioFileNames.map(
    (name) => files[name],
  );
  return checkScenario('x10-new/v1', {
    'world.yaml': world,
    'world.fr.yaml': worldFr,
    'world.en.yaml': worldEn,
    'evidence.yaml': evidence,
    'evidence.fr.yaml': evidenceFr,
    'evidence.en.yaml': evidenceEn,
    'plays.yaml': plays,
  });
}

describe('a new scene', () => {
  it.each(listStartable().map((app) => [app]))('with %s passes the checks, and its play is lawful', (app) => {
    const { errors, warnings, scenario } = check([app]);
    expect([...errors, ...warnings]).toEqual([]);
    expect(scenario?.files.world.data.scored).toBe(false);
    expect(scenario?.files.plays.data.plays[0]?.actions.length).toBeGreaterThan(1);
  });

  it('takes all apps together: their texts and sentences have names of their own', () => {
    const { errors, warnings } = check(listStartable());
    expect([...errors, ...warnings]).toEqual([]);
    const keys = listStartable().flatMap((app) => Object.keys(appsById[app].starter?.texts.fr ?? {}));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('opens the app that was named first', () => {
    expect(check(['phone', 'browser']).scenario?.files.world.data.apps).toEqual(['phone', 'browser']);
    expect(check(['browser', 'phone']).scenario?.files.world.data.help[0]?.where).toMatch(/^browser:/);
  });

  it('on a phone has an icon for each other app, and its play opens them by these icons', () => {
    const { errors, warnings, scenario } = check(['phone', 'browser', 'home']);
    expect([...errors, ...warnings]).toEqual([]);
    const { apps, home } = scenario?.files.world.data ?? {};
    expect(apps).toEqual(['home', 'phone', 'browser']);
    const opened = home?.icons.flatMap((icon) => (icon.opens === 'app' ? [[icon.id, icon.app]] : []));
    expect(opened).toEqual([
      ['i3', 'phone'],
      ['i4', 'browser'],
    ]);
    const actions = scenario?.files.plays.data.plays[0]?.actions ?? [];
    const pressed = actions.flatMap((action) => (action.type === 'open-icon' ? [action.iconId] : []));
    expect(pressed).toEqual(['i1', 'i3', 'i4']);
  });

  it('can begin with an app exactly if the app brings a starter', () => {
    const bringing = simulatedAppIds.filter((id) => appsById[id].starter !== undefined);
    expect([...listStartable()].sort()).toEqual([...bringing].sort());
    expect(bringing.length).toBeGreaterThan(7);
  });
});
