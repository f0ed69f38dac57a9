import { describe, expect, it } from 'vitest';
import { loadApps, registrationOf, windowOf } from '../../../client/src/apps/find-app.ts';
import { hasText, isCounted } from '../../../client/src/staff/review/review-texts.ts';
import { simulatedAppIds, worldApps } from '../../../scenarios/world/app-list.ts';
import { keyOfAction } from '../../../server/reporting/action-words.ts';
import { actionSamples } from '../../support/action-samples.ts';
import { world } from '../../support/s02.ts';

describe.each([...simulatedAppIds])('the app %s', (id) => {
  it('has an icon and a name in both languages', () => {
    const { icon, name } = registrationOf(id);
    expect([icon, name.fr, name.en]).not.toContain('');
  });

  it('brings its component and its reducers', async () => {
    const apps = await loadApps({ ...world, apps: [id] });
    expect(windowOf(id)).toBeTypeOf('function');
    expect(
      apps[id],
      `its component has no <script module> that exports worldApps with « ${id} »: see docs/authors/en/a-new-app.md`,
    ).toBe(worldApps[id]);
  });

  it('has texts for the timeline of a review', () => {
    expect(hasText(`do.desk.open-app.${id}`)).toBe(true);
    const keys = actionSamples(id).map((action) => `do.${keyOfAction(action)}`);
    expect(keys.filter((key) => !hasText(key) && !isCounted(key))).toEqual([]);
  });
});
