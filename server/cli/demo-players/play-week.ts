import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { countActs } from '../../../scenarios/kit/count-acts.ts';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ActAnswer, AttemptAnswer, AttemptView, SceneAnswer } from '../../contract/play.ts';
import { contractVersion } from '../../contract/session.ts';
import { chooseWay, type Manner } from './choose-way.ts';
import type { Player } from './players.ts';
import type { SceneWays, WaysReader } from './scene-ways.ts';
import type { ToolSession } from './tool-session.ts';

const batchSize = 100;

/** Slower than what gets a flag (server/attempts/effort.ts). */
const pace = { lookMs: 1_500, actMs: 260, glanceMs: 10_500 } as const;

export async function beginWeek(session: ToolSession, { language }: Player): Promise<AttemptView> {
  const { attempt, noticeVersion } = await session.call<AttemptAnswer>('GET', '/api/attempt');
  const start = { noticeVersion, language, number: 1 };
  return attempt ?? session.call<AttemptView>('POST', '/api/attempts', start);
}

/** Plays what remains. @throws if the tool refuses anything */
export async function playWeek(
  session: ToolSession,
  reader: WaysReader,
  player: Player,
  attempt: AttemptView,
): Promise<void> {
  if (attempt.status === 'open') await new Week(session, reader, player, attempt).play();
}

class Week {
  readonly #session: ToolSession;
  readonly #reader: WaysReader;
  readonly #player: Player;
  readonly #openedAt = performance.now();
  #attempt: Omit<AttemptView, 'journalKey'>;

  constructor(session: ToolSession, reader: WaysReader, player: Player, attempt: AttemptView) {
    this.#session = session;
    this.#reader = reader;
    this.#player = player;
    this.#attempt = attempt;
  }

  async play(): Promise<void> {
    this.#attempt = await this.#session.call<AttemptView>('POST', `${this.#path}/open`, {
      writer: randomUUID(),
      tMs: this.#now(),
    });
    if (this.#player.isAdapted) {
      await this.#sendFrame({ app: 'frame', type: 'setting', name: 'text-size', value: '150' });
      await this.#sendFrame({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
    }
    for (;;) {
      const { scenes, status } = this.#attempt;
      const next = scenes.find((scene) => scene.status === 'waiting' || scene.status === 'open');
      if (next === undefined || status === 'finished') return;
      if (scenes.indexOf(next) === this.#player.pausesAfter) {
        return this.#sendFrame({ app: 'frame', type: 'pause', cause: 'button' });
      }
      await this.#playScene(next.sceneId);
    }
  }

  async #playScene(sceneId: string): Promise<void> {
    const answer = await this.#session.call<SceneAnswer>('GET', `${this.#path}/scenes/${sceneId}`);
    const { manner, language, personId } = this.#player;
    const ways = this.#reader.read(answer, language);
    const way = chooseWay(ways, manner, `${personId} ${answer.world.id}`);
    // Perhaps interrupted here before.
    const actions = way.actions.slice(answer.actions.length);
    const [from, lengthMs] = [this.#now(), lengthOf(actions, way.share, ways, manner)];
    await sleep(lengthMs);
    await this.#send(
      sceneId,
      actions.map((action, index) => ({
        action,
        tMs: from + Math.round((lengthMs * (index + 1)) / actions.length),
      })),
    );
    if (this.#attempt.helperOffer === 'due') {
      await this.#sendFrame({ app: 'frame', type: 'helper-offer', answer: 'declined' });
    }
  }

  #sendFrame(action: AttemptAction): Promise<void> {
    return this.#send(null, [{ action, tMs: this.#now() }]);
  }

  async #send(
    sceneId: string | null,
    timed: readonly { readonly action: WorldAction | AttemptAction; readonly tMs: number }[],
  ): Promise<void> {
    const { epoch, actionSeq } = this.#attempt;
    const numbered = timed.map(({ action, tMs }, index) => ({
      actionSeq: actionSeq + 1 + index,
      tMs,
      clientAt: Date.now(),
      sceneId,
      action,
    }));
    for (let from = 0; from < numbered.length; from += batchSize) {
      const actions = numbered.slice(from, from + batchSize);
      const batch = { contractVersion, epoch, actions, stateHash: null };
      const { attempt } = await this.#session.call<ActAnswer>('POST', `${this.#path}/actions`, batch);
      this.#attempt = attempt;
    }
  }

  get #path(): string {
    return `/api/attempts/${this.#attempt.id}`;
  }

  #now(): number {
    return Math.round(performance.now() - this.#openedAt);
  }
}

function lengthOf(
  actions: readonly WorldAction[],
  share: number,
  { fewestActs, isScored }: SceneWays,
  manner: Manner,
): number {
  if (manner === 'nothing') return pace.lookMs;
  const acts = countActs(actions);
  const quickest = pace.lookMs + pace.actMs * acts;
  return isScored && share < 1 && acts < fewestActs ? Math.max(quickest, pace.glanceMs) : quickest;
}
