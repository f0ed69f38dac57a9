/** Proof (d): scores follow from the stored logs by the pure code alone, and the gradebook has the ones that count. */
import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import { hasLevel } from '../../../scenarios/measurement/has-level.ts';
import { currentBankVersion, currentResults } from '../../../server/attempts/results.ts';
import { measureScenes, scoreOf } from '../../../server/attempts/measure.ts';
import { RescoreRefusedError, rescoreScene } from '../../../server/attempts/rescore-scene.ts';
import type { Content } from '../../../server/content/load.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import type { Place } from '../book.ts';
import type { Breach } from './breach.ts';

export interface PlayedAttempt extends AttemptWithProgress {
  readonly place: Place;
  /** With typed texts. */
  readonly log: readonly LogEntry[];
}

export interface GradebookLine {
  readonly userId: number;
  readonly itemId: number;
  readonly points: number | null;
}

/** @param erased attempts whose grades stay in the gradebook */
export function checkGrades(
  content: Content,
  attempts: readonly PlayedAttempt[],
  gradebook: readonly GradebookLine[],
  erased: readonly { readonly place: Place }[] = [],
): Breach[] {
  const breaches: Breach[] = [];
  const wanted = new Map<
    string,
    { readonly about: string; readonly number: number; readonly score: number }
  >();
  for (const played of attempts) {
    const { attempt, place, progress } = played;
    const about = attempt.id;
    const computed = computeScore(content, played);
    if (computed === null) {
      breaches.push({ about, what: 'the stored log cannot be scored anew' });
      continue;
    }
    const { score, posted, isSame } = computed;
    if (!isSame) breaches.push({ about, what: 'a scene scores anew to another result than was stored' });
    if (score !== progress.score) {
      breaches.push({
        about,
        what: `the log gives the score ${String(score)}, stored is ${String(progress.score)}`,
      });
    }
    const key = `${place.personId} in ${place.activityId}`;
    // An attempt under the form's minimum of scenes leaves the grade of the one before.
    const before = wanted.get(key)?.number ?? 0;
    if (score !== null && attempt.number > before)
      wanted.set(key, { about, number: attempt.number, score: posted });
  }
  const held = new Map(gradebook.map(({ userId, itemId, points }) => [`${userId} in ${itemId}`, points]));
  for (const [key, { about, score }] of wanted) {
    const points = held.get(key) ?? null;
    if (points !== score) {
      breaches.push({ about, what: `the gradebook holds ${String(points)} for ${key}, not ${score}` });
    }
  }
  const excused = new Set(erased.map(({ place }) => `${place.personId} in ${place.activityId}`));
  for (const [key, points] of held) {
    if (points !== null && !wanted.has(key) && !excused.has(key)) {
      breaches.push({ about: key, what: `the gradebook holds ${points} that no attempt gives` });
    }
  }
  return breaches;
}

/**
 * The score by world, evidence and bank from the actions alone, and whether each scene's stored result follows from
 * them; null if the world refuses an action of the log.
 */
function computeScore(
  content: Content,
  { attempt, log }: Pick<PlayedAttempt, 'attempt' | 'log'>,
): { readonly score: number | null; readonly posted: number; readonly isSame: boolean } | null {
  const stored = currentResults(log);
  try {
    const anew = stored.map((scene) => rescoreScene(content, attempt, scene, log));
    const measure = measureScenes(content, currentBankVersion(log, attempt), anew);
    const isSame = anew.every(({ result }, index) =>
      isDeepStrictEqual(plain(result), plain(stored[index]?.result)),
    );
    const score = scoreOf(content, attempt.form, measure);
    // Without a level the gradebook gets « fait ».
    const posted = hasLevel(measure, content.getForm(attempt.form).minScenes) ? measure.overall.score : 100;
    return { score, posted, isSame };
  } catch (error) {
    if (error instanceof RescoreRefusedError) return null;
    throw error;
  }
}

/** As JSON keeps it: without members that are not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
