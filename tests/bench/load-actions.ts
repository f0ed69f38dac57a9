/** Actions that a scene accepts without end: a person looks around in the inbox and works on one draft. */
import { hashState } from '../../scenarios/world/hash.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../scenarios/world/types.ts';
import type { ClientAction } from '../../server/contract/play.ts';
import { act } from '../support/s02.ts';

export class EndlessActions {
  readonly #world: World;
  readonly #epoch: number;
  #state: SceneState;
  #seq = 0;
  #turn = 0;

  /** @param epoch of the page that sends them; its first action is number 1 */
  constructor(world: World, epoch: number) {
    this.#world = world;
    this.#epoch = epoch;
    this.#state = startScene(world);
  }

  /** The fingerprint after all of them, as a page would send it. */
  get stateHash(): string {
    return hashState(this.#state);
  }

  /** The next actions, each accepted by the world. */
  take(count: number): ClientAction[] {
    return Array.from({ length: count }, () => this.#next());
  }

  #next(): ClientAction {
    for (;;) {
      this.#turn += 1;
      const action = this.#propose();
      const ref = { epoch: this.#epoch, actionSeq: this.#seq + 1 };
      const next = step(this.#world, this.#state, action, ref);
      if (!next.ok) continue;
      this.#state = next.state;
      this.#seq += 1;
      return {
        actionSeq: this.#seq,
        tMs: 1_000 + 250 * this.#seq,
        clientAt: 1_700_000_000_000,
        sceneId: '1',
        action,
      };
    }
  }

  #propose(): WorldAction {
    const messages = this.#world.mail?.messages ?? [];
    const message = messages[this.#turn % messages.length]?.id ?? '';
    const [draft] = this.#state.apps.mail?.drafts ?? [];
    const work: WorldAction =
      draft === undefined ? act.reply(message) : { app: 'mail', type: 'open-draft', draftId: draft.id };
    const ways: readonly WorldAction[] = [
      ...[
        act.open(message),
        act.folder('drafts'),
        work,
        act.write(`Bonjour, voici ma réponse numéro ${this.#turn}.`),
        act.leave,
      ],
      ...[
        act.folder('sent'),
        act.folder('inbox'),
        act.open(message),
        act.folder('drafts'),
        act.folder('inbox'),
      ],
    ];
    return ways[this.#turn % ways.length] ?? act.undo;
  }
}
