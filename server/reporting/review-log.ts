/** Facts for a review, by scene id. Typed texts stay sealed. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { activeTimeMs } from '../attempts/active-time.ts';
import type { AttemptsPort, AttemptWithProgress, StoredEntry } from '../storage/ports/attempts.ts';
import { afterEntry, readPages } from '../storage/read-pages.ts';

const pageSize = 500;

export interface LogDigest {
  readonly ended: ReadonlyMap<string, Extract<LogEntry, { kind: 'scene-ended' }>>;
  /** Highest step of help, by scene and topic. */
  readonly help: ReadonlyMap<string, ReadonlyMap<string, 1 | 2 | 3>>;
  readonly listens: ReadonlyMap<string, number>;
  readonly assists: ReadonlyMap<string, number>;
  readonly activeMs: ReadonlyMap<string, number>;
}

export async function digestLog(
  attempts: Pick<AttemptsPort, 'listEntries'>,
  { attempt, progress }: AttemptWithProgress,
): Promise<LogDigest> {
  const ended = new Map<string, Extract<LogEntry, { kind: 'scene-ended' }>>();
  const help = new Map<string, Map<string, 1 | 2 | 3>>();
  const listens = new Map<string, number>();
  const assists = new Map<string, number>();
  const activeMs = new Map<string, number>();
  const open = progress.scenes.find(({ status }) => status === 'open');
  const openLog: LogEntry[] = [];
  for await (const { entry } of readLog(attempts, attempt, 1)) {
    if (entry.kind === 'scene-ended') {
      ended.set(entry.scene.sceneId, entry);
      activeMs.set(entry.scene.sceneId, entry.activeMs);
    }
    if (entry.kind === 'rescored') {
      for (const { scene, result } of entry.results) {
        const end = ended.get(scene.sceneId);
        if (end !== undefined) ended.set(scene.sceneId, { ...end, scene, result });
      }
      for (const { sceneId, process } of entry.processes ?? []) {
        const end = ended.get(sceneId);
        if (end !== undefined) ended.set(sceneId, { ...end, process });
      }
    }
    if (entry.kind === 'frame' && entry.action.type === 'assist' && entry.scene !== null) {
      assists.set(entry.scene.sceneId, (assists.get(entry.scene.sceneId) ?? 0) + 1);
    }
    if (entry.kind === 'action') countSupport(help, listens, entry);
    if (open !== undefined && entry.logSeq >= open.fromSeq) openLog.push(entry);
  }
  if (open !== undefined) activeMs.set(open.sceneId, activeTimeMs(openLog, open.sceneId, progress.lastAt));
  return { ended, help, listens, assists, activeMs };
}

function readLog(
  attempts: Pick<AttemptsPort, 'listEntries'>,
  { organisationId, id }: AttemptWithProgress['attempt'],
  fromSeq: number,
): AsyncGenerator<StoredEntry> {
  return readPages(
    { fromSeq },
    (page) => attempts.listEntries(organisationId, id, page),
    afterEntry,
    pageSize,
  );
}

function countSupport(
  help: Map<string, Map<string, 1 | 2 | 3>>,
  listens: Map<string, number>,
  { action, scene: { sceneId } }: Extract<LogEntry, { kind: 'action' }>,
): void {
  if (action.app !== 'desk') return;
  if (action.type === 'listen') listens.set(sceneId, (listens.get(sceneId) ?? 0) + 1);
  if (action.type !== 'help') return;
  const topics = help.get(sceneId) ?? new Map<string, 1 | 2 | 3>();
  help.set(sceneId, topics);
  if (action.step > (topics.get(action.topic) ?? 0)) topics.set(action.topic, action.step);
}
