/** What the laws take for pressing things. */
import { describe, expect, it } from 'vitest';
import { offered } from '../../../../scenarios/checks/laws/explore.ts';
import { startPlay } from '../../../../scenarios/evidence/observe-play.ts';
import { acts } from '../../../../scenarios/world/scene.ts';
import { world } from '../../../support/s07.ts';

describe('what a person may press', () => {
  it('holds every act of the screen but the pages that open by a typed address', () => {
    const played = startPlay(world);
    const all = acts(world, played.state);
    const typed = all.filter((action) => 'via' in action && action.via === 'address');
    expect(typed.length).toBeGreaterThan(0);
    expect(offered(world, played)).toEqual(all.filter((action) => !typed.includes(action)));
  });
});
