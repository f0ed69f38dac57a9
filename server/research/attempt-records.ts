/** Attempts as read for research, without actions or typed text. */
import type { LogEntry, ProcessIndicators, SceneRef, SceneResult } from '../../scenarios/kit/log.ts';
import type { PlayedScene } from '../../scenarios/measurement/measure.ts';
import { currentResults } from '../attempts/results.ts';
import { currentProcesses } from '../attempts/scene-processes.ts';
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { type AttemptsOf, listAttempts } from './list-attempts.ts';
import { readOutcomes } from './read-outcomes.ts';

export interface AttemptRecord extends AttemptWithProgress {
  readonly scenes: readonly SceneRecord[];
}

export interface SceneRecord {
  readonly scene: SceneRef;
  readonly how: 'done' | 'skipped' | 'left';
  /** Milliseconds without pauses. */
  readonly activeMs: number;
  /** Null if the scene was left, is not scored, or was not tried and staff do not count it. */
  readonly result: SceneResult | null;
  /** Null in logs older than the indicators. */
  readonly process: ProcessIndicators | null;
}

export interface RecordScope {
  readonly organisationId: string;
  readonly of: AttemptsOf;
  /** Only persons whose consent is given and not withdrawn. */
  readonly consentedOnly: boolean;
  readonly withInvalid: boolean;
  /** Attempts with a flag on which staff have not decided. */
  readonly withHeld: boolean;
  /** Others are neither read nor counted; absent: everybody. */
  readonly sees?: (personId: string) => boolean;
}

/** Practice is never read, so never counted. */
export interface RecordCounts {
  readonly attempts: number;
  readonly included: number;
  readonly withoutConsent: number;
  readonly invalid: number;
  readonly held: number;
  readonly unanswered: number;
}

export interface RecordDeps {
  readonly storage: {
    readonly attempts: Pick<AttemptsPort, 'listByStudy' | 'listByResourceLink' | 'listOutcomes'>;
  };
}

export class RecordReader {
  readonly #deps: RecordDeps;
  readonly #scope: RecordScope;
  readonly #counts = { attempts: 0, included: 0, withoutConsent: 0, invalid: 0, held: 0, unanswered: 0 };

  constructor(deps: RecordDeps, scope: RecordScope) {
    this.#deps = deps;
    this.#scope = scope;
  }

  async *records(limit = Infinity): AsyncGenerator<AttemptRecord, void, undefined> {
    const { organisationId, of, sees } = this.#scope;
    const { attempts } = this.#deps.storage;
    for await (const stored of listAttempts(attempts, organisationId, of)) {
      if (sees?.(stored.attempt.personId) === false) continue;
      if (this.#counts.attempts >= limit) return;
      this.#counts.attempts += 1;
      const record = await this.#read(stored);
      if (record !== null) yield record;
    }
  }

  /** Attempts that `records` reads, and the people whose they are; also those who answered nothing. */
  async countMatching(): Promise<{ readonly attempts: number; readonly persons: number }> {
    const { organisationId, of, sees } = this.#scope;
    const persons = new Set<string>();
    let attempts = 0;
    for await (const stored of listAttempts(this.#deps.storage.attempts, organisationId, of)) {
      const { personId } = stored.attempt;
      if (sees?.(personId) === false || this.#reasonToLeaveOut(stored) !== null) continue;
      attempts += 1;
      persons.add(personId);
    }
    return { attempts, persons: persons.size };
  }

  get counts(): RecordCounts {
    return { ...this.#counts };
  }

  async #read(stored: AttemptWithProgress): Promise<AttemptRecord | null> {
    const leftOut = this.#reasonToLeaveOut(stored);
    if (leftOut !== null) {
      this.#counts[leftOut] += 1;
      return null;
    }
    const scenes = scenesOf(await readOutcomes(this.#deps.storage.attempts, stored.attempt));
    if (scenes.every(({ result, process }) => result === null && process?.flags === undefined)) {
      this.#counts.unanswered += 1;
      return null;
    }
    this.#counts.included += 1;
    return { ...stored, scenes };
  }

  #reasonToLeaveOut({ progress }: AttemptWithProgress): 'withoutConsent' | 'invalid' | 'held' | null {
    if (this.#scope.consentedOnly && progress.research !== 'given') return 'withoutConsent';
    if (!this.#scope.withInvalid && progress.validity.state === 'invalid') return 'invalid';
    if (!this.#scope.withHeld && progress.heldFor.length > 0) return 'held';
    return null;
  }
}

export function playedScenes({ scenes }: Pick<AttemptRecord, 'scenes'>): PlayedScene[] {
  return scenes.flatMap(({ scene: { scenario, worldVersion }, how, result }) =>
    how === 'left' || result === null ? [] : [{ scenario, worldVersion, how, result }],
  );
}

/** Results and process indicators after the last rescoring. */
function scenesOf(outcomes: readonly LogEntry[]): SceneRecord[] {
  const results = new Map(
    currentResults(outcomes).map(({ scene, result }) => [scene.sceneId, { scene, result }]),
  );
  const processes = currentProcesses(outcomes);
  const bySceneId = new Map<string, SceneRecord>();
  for (const entry of outcomes) {
    if (entry.kind !== 'scene-ended') continue;
    const { scene, how, activeMs } = entry;
    const process = processes.get(scene.sceneId) ?? null;
    const scored = results.get(scene.sceneId);
    const record = { how, activeMs, process, scene: scored?.scene ?? scene, result: scored?.result ?? null };
    bySceneId.set(scene.sceneId, record);
  }
  return [...bySceneId.values()];
}
