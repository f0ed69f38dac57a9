import { describe, expect, it } from 'vitest';
import { loadApp, registrationOf } from '../../../client/src/apps/find-app.ts';
import { hasText, isCounted } from '../../../client/src/staff/review/review-texts.ts';
import { simulatedAppIds } from '../../../scenarios/world/app-list.ts';
import { keyOfAction } from '../../../server/reporting/action-words.ts';
import { actionSamples } from '../../support/action-samples.ts';

describe.each([...simulatedAppIds])('the app %s', (id) => {
  it('has an icon, a name in both languages and a component', async () => {
    const { icon, name } = registrationOf(id);
    expect([icon, name.fr, name.en]).not.toContain('');
    expect(await loadApp(id)).toBeTypeOf('function');
  });

  it('has texts for the timeline of a review', () => {
    expect(hasText(`do.desk.open-app.${id}`)).toBe(true);
    const keys = actionSamples(id).map((action) => `do.${keyOfAction(action)}`);
    expect(keys.filter((key) => !hasText(key) && !isCounted(key))).toEqual([]);
  });
});
