import { describe, expect, it } from 'vitest';
import { loadApp, registrationOf } from '../../../client/src/apps/app-registry.ts';
import { hasText } from '../../../client/src/staff/review/review-texts.ts';
import { checksByApp } from '../../../scenarios/apps/all-checks.ts';
import type { SimulatedAppId } from '../../../scenarios/world/types.ts';

const ids = Object.keys(checksByApp) as SimulatedAppId[];

describe.each(ids)('the app %s', (id) => {
  it('has an icon, a name in both languages and a component', async () => {
    const { icon, name } = registrationOf(id);
    expect([icon, name.fr, name.en]).not.toContain('');
    expect(await loadApp(id)).toBeTypeOf('function');
  });

  it('has words for the timeline of a review', () => {
    expect(hasText(`do.desk.open-app.${id}`)).toBe(true);
  });
});
