import { AppError } from '../base/errors.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { PreviewPlay } from './preview-play.ts';
import type { Scene } from './scene-folder.ts';

/** Those of a page that stayed open; older ones are forgotten. */
const most = 20;

export class Plays {
  readonly #plays = new Map<string, PreviewPlay>();
  readonly #randomId: () => string;

  /** @param randomId nobody can guess it: it is the code and the token of the game */
  constructor(randomId: () => string) {
    this.#randomId = randomId;
  }

  begin(wish: {
    readonly scene: Scene;
    readonly variant: string;
    readonly language: 'fr' | 'en';
    readonly after: string | null;
  }): PreviewPlay {
    const { after, ...begun } = wish;
    const before: readonly WorldAction[] = (after === null ? undefined : this.#plays.get(after))?.kept ?? [];
    const play = new PreviewPlay({ ...begun, id: this.#randomId(), before });
    this.#plays.set(play.id, play);
    const [oldest] = this.#plays.keys();
    if (this.#plays.size > most && oldest !== undefined) this.#plays.delete(oldest);
    return play;
  }

  find(id: string): PreviewPlay | undefined {
    return this.#plays.get(id);
  }

  /** @throws AppError attempt.unknown */
  get(id: string): PreviewPlay {
    const play = this.#plays.get(id);
    if (play === undefined) throw new AppError('attempt.unknown');
    return play;
  }
}
