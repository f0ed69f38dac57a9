/**
 * Texts in this page's memory only. They survive a look at the phone; cleared when a page is done or the
 * scene is left.
 */
import type { SignInState } from '../../../../scenarios/world/sign-in/types.ts';
import type { World } from '../../../../scenarios/world/types.ts';

export class SecretBoxes {
  userName = $state('');
  password = $state('');
  first = $state('');
  again = $state('');
  code = $state('');
  /** The problem of what is in the boxes; null once they changed. */
  problem: SignInState['problem'] = $state(null);

  forget(): void {
    this.userName = '';
    this.password = '';
    this.first = '';
    this.again = '';
    this.code = '';
    this.problem = null;
  }
}

const boxesOf = new WeakMap<World, SecretBoxes>();

export function getBoxes(world: World): SecretBoxes {
  const boxes = boxesOf.get(world) ?? new SecretBoxes();
  boxesOf.set(world, boxes);
  return boxes;
}
