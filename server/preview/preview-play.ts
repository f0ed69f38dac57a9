/** One play of the scene: what the game's requests need of an attempt, kept in memory. */
import { fitToSeed, type FittedScene } from '../../scenarios/schema/variant.ts';
import { hashState } from '../../scenarios/world/hash.ts';
import { replay, step } from '../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../scenarios/world/types.ts';
import { AppError } from '../base/errors.ts';
import type { ActAnswer, ActRequest, AttemptView, ReplayAction, SceneAnswer } from '../contract/play.ts';
import type { Scene } from './scene-folder.ts';

const sceneId = 'scene';
/** More than anybody does. */
const room = 5_000;

interface Beginning {
  readonly id: string;
  readonly scene: Scene;
  readonly variant: string;
  readonly language: 'fr' | 'en';
  /** Done again, as far as each still fits the files. */
  readonly before: readonly WorldAction[];
}

interface Done extends ReplayAction {
  /** An author may take a change of the files back. */
  readonly fits: boolean;
}

export class PreviewPlay {
  readonly id: string;
  readonly scene: Scene;
  readonly variant: string;
  readonly language: 'fr' | 'en';
  readonly #fitted: FittedScene;
  #state: SceneState;
  #done: Done[] = [];
  #writer = '';
  #epoch = 1;
  #actionSeq = 0;
  #isEnded = false;

  /** @throws AppError request.invalid if there is no such variant */
  constructor({ id, scene, variant, language, before }: Beginning) {
    const { world, worldTexts } = scene.files;
    const seed = world.data.variants.findIndex((one) => one.id === variant);
    if (seed < 0) throw new AppError('request.invalid', { path: 'variant' });
    this.id = id;
    this.scene = scene;
    this.variant = variant;
    this.language = language;
    this.#fitted = fitToSeed(world.data, { fr: worldTexts.fr.data, en: worldTexts.en.data }, seed);
    this.#state = replay(this.#fitted.world, []);
    for (const [index, action] of before.entries()) {
      const actionSeq = index + 1;
      if (!this.#take(action, actionSeq)) this.#keep({ epoch: this.#epoch, actionSeq, action, fits: false });
    }
  }

  /** Numbered as files of plays are: from 1, in epoch 1. */
  get actions(): readonly WorldAction[] {
    return renumberAll(this.#fitting);
  }

  /** With those that do not fit. */
  get kept(): readonly WorldAction[] {
    return renumberAll(this.#done);
  }

  get #fitting(): readonly Done[] {
    return this.#done.filter(({ fits }) => fits);
  }

  get world(): FittedScene['world'] {
    return this.#fitted.world;
  }

  get isOver(): boolean {
    return this.#state.ended !== null;
  }

  view(): AttemptView {
    // The journal is sealed with the key; nothing in a preview is secret.
    return { ...this.#view(), journalKey: Buffer.alloc(32, this.id).toString('base64url') };
  }

  #view(): ActAnswer['attempt'] {
    const { ended } = this.#state;
    return {
      id: this.id,
      number: 1,
      status: this.#isEnded ? 'finished' : 'open',
      language: this.language,
      epoch: this.#epoch,
      writer: this.#writer,
      actionSeq: this.#actionSeq,
      scenes: [
        {
          sceneId,
          scenario: this.world.id,
          status: ended === null ? 'open' : ended === 'skipped' ? 'skipped' : 'done',
        },
      ],
      hasWeek: false,
      helperOffer: null,
      isReopened: false,
      isKept: true,
      hasPlayed: false,
      isEnough: true,
      enoughScenes: 1,
      isHeld: false,
    };
  }

  open(writer: string): AttemptView {
    if (writer !== this.#writer) {
      this.#writer = writer;
      this.#epoch += 1;
      this.#actionSeq = 0;
    }
    return this.view();
  }

  sceneAnswer(): SceneAnswer {
    const { world, texts } = this.#fitted;
    const stateHash = hashState(this.#state);
    const actions = this.#fitting.map(({ epoch, actionSeq, action }) => ({ epoch, actionSeq, action }));
    return { sceneId, world, texts, actions, stateHash, room, eased: false };
  }

  /** @throws AppError attempt.epoch-stale */
  act({ epoch, actions, stateHash }: ActRequest): ActAnswer {
    if (epoch !== this.#epoch) throw new AppError('attempt.epoch-stale');
    const rejected: number[] = [];
    for (const { actionSeq, action } of actions.filter((one) => one.actionSeq > this.#actionSeq)) {
      if (action.app === 'frame') this.#isEnded ||= action.type === 'end';
      else if (!this.#take(action, actionSeq)) rejected.push(actionSeq);
      this.#actionSeq = actionSeq;
    }
    const resync = rejected.length > 0 || (stateHash !== null && stateHash !== hashState(this.#state));
    return { acknowledged: this.#actionSeq, rejected, resync, attempt: this.#view() };
  }

  #take(action: WorldAction, actionSeq: number): boolean {
    const ref = { epoch: this.#epoch, actionSeq };
    const next = step(this.world, this.#state, action, ref);
    if (!next.ok) return false;
    this.#state = next.state;
    this.#keep({ ...ref, action, fits: true });
    return true;
  }

  #keep(done: Done): void {
    this.#actionSeq = done.actionSeq;
    this.#done = [...this.#done, done];
  }
}

function renumberAll(done: readonly Done[]): readonly WorldAction[] {
  const places = new Map(done.map((one, index) => [`${one.epoch}-${one.actionSeq}`, index + 1]));
  return done.map(({ action }) => renumber(action, places));
}

/** What an action made has an id of its number, such as `d2-14`. */
function renumber(action: WorldAction, places: ReadonlyMap<string, number>): WorldAction {
  const fields = Object.entries(action).map(([name, value]: [string, unknown]) => {
    const made = typeof value === 'string' ? /^([a-z])(\d+-\d+)$/.exec(value) : null;
    const [, letter = '', ref = ''] = made ?? [];
    const place = name === 'typed' ? undefined : places.get(ref);
    return [name, place === undefined ? value : `${letter}1-${place}`];
  });
  // Strings stay strings: the shape does not change.
  return Object.fromEntries(fields) as WorldAction;
}
