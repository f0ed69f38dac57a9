/** What a person played: by activity, attempt and scene. */
import type { LogEntry, SceneResult } from '../../scenarios/kit/log.ts';
import { everyResult } from '../attempts/results.ts';
import type { Content } from '../content/load.ts';
import { findScenePlayed, wordsOf } from '../content/find-scene.ts';
import { nameActivity } from '../reporting/activity-name.ts';
import { resultOf } from '../reporting/compose-report.ts';
import { resultSource } from '../reporting/result-source.ts';
import { isOver } from '../storage/is-over.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { PlainRow } from '../storage/ports/transfer.ts';
import { gathered } from './copy-attempt.ts';
import type { KeptGrade, PlayedActivity, PlayedAttempt, PlayedScene } from './description.ts';
import type { CopiedAttempt, CopiedNotice, PersonCopy } from './person-copy.ts';

interface PlayDeps {
  readonly storage: Storage;
  readonly content: Content;
}

type Acted = Extract<LogEntry, { kind: 'action' | 'rejected' }>;

export function isAction(entry: LogEntry): entry is Acted {
  return entry.kind === 'action' || entry.kind === 'rejected';
}

/** Empty if the action has no text. */
export function typedIn({ action }: Acted): string {
  return 'typed' in action ? action.typed : '';
}

export async function listActivities(
  deps: PlayDeps,
  { attempts, studies }: Pick<PersonCopy, 'attempts' | 'studies'>,
): Promise<PlayedActivity[]> {
  const periods = new Map(studies.map(({ id, keptMonths }) => [id, keptMonths]));
  const byActivity = gathered(attempts.map((one) => [one.attempt.resourceLinkId, one] as const));
  return Promise.all(
    [...byActivity.values()].map(async (own) => ({
      name: await nameOf(deps, own),
      notices: listNotices(own),
      attempts: own.map((one) => ({
        ...describeAttempt(deps.content, one),
        keptMonths: periods.get(one.attempt.studyId) ?? null,
      })),
    })),
  );
}

async function nameOf(deps: PlayDeps, [first]: readonly CopiedAttempt[]): Promise<PlayedActivity['name']> {
  return first === undefined ? { fr: '', en: '' } : nameActivity(deps, first.attempt);
}

/** When each edition of each study was shown first: every attempt begins with the notice. */
function listNotices(own: readonly CopiedAttempt[]): CopiedNotice[] {
  const first = new Map<string, CopiedNotice>();
  for (const { attempt, notices } of own) {
    for (const notice of notices) {
      const key = `${attempt.studyId} ${notice.version}`;
      if (notice.at < (first.get(key)?.at ?? Infinity)) first.set(key, notice);
    }
  }
  return [...first.values()].sort((one, other) => one.at - other.at);
}

function describeAttempt(content: Content, copied: CopiedAttempt): Omit<PlayedAttempt, 'keptMonths'> {
  const { attempt, progress, grades, notes, requests } = copied;
  const source = resultSource(content, { attempt, progress }, null);
  const result = resultOf(source);
  const isTold = source.isOver && result.kind !== 'held';
  const scenes = listScenes(content, copied);
  const hasFigures = grades.length > 0 || scenes.some(({ points }) => points !== null);
  return {
    number: attempt.number,
    practice: attempt.practice,
    startedAt: attempt.createdAt,
    endedAt: isOver(progress) ? source.endedAt : null,
    result,
    hasProvisional: !isTold && hasFigures,
    scenes: isTold ? scenes : scenes.map((scene) => ({ ...scene, points: null })),
    grades: isTold ? grades.map(toGrade) : [],
    notes,
    requests,
  };
}

function toGrade({ dimension, score, state, createdAt, sentAt, comment }: PlainRow): KeptGrade {
  return {
    dimension: dimension as KeptGrade['dimension'],
    score: Number(score),
    state: state as KeptGrade['state'],
    at: Number(sentAt ?? createdAt),
    comment: String(comment),
  };
}

function listScenes(content: Content, { attempt, progress, entries }: CopiedAttempt): PlayedScene[] {
  const results = new Map(everyResult(entries).map(({ scene, result }) => [scene.sceneId, result]));
  return progress.scenes.flatMap((scene) => {
    const acted = entries.filter(isAction).filter((entry) => entry.scene.sceneId === scene.sceneId);
    const [first] = acted;
    if (first === undefined) return [];
    const played = findScenePlayed(content, scene, attempt.seed);
    return [
      {
        title: played === undefined ? null : wordsOf(played.texts, played.world.title),
        status: scene.status,
        points: pointsOf(results.get(scene.sceneId)),
        actions: acted.length,
        typed: acted.map(typedIn).filter((typed) => typed !== ''),
        at: first.at,
      },
    ];
  });
}

function pointsOf(result: SceneResult | undefined): PlayedScene['points'] {
  if (result === undefined || result.items.length === 0) return null;
  return {
    earned: result.items.reduce((sum, { points }) => sum + points, 0),
    possible: result.items.reduce((sum, { max }) => sum + max, 0),
  };
}
