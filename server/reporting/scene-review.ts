import type { Evidence } from '../../scenarios/evidence/evaluate.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
import type { Content } from '../content/load.ts';
import { findEvidence, findScenePlayed, wordsOf } from '../content/find-scene.ts';
import type { SceneReview, SceneSummary } from '../contract/review.ts';
import type { TalkingPoint } from '../contract/told.ts';
import type { Words } from '../contract/words.ts';
import { isBrief } from './engagement.ts';
import type { SceneProgress } from '../storage/ports/attempts.ts';
import type { LogDigest } from './review-log.ts';

type ContentPart = Pick<Content, 'publicScene' | 'evidence' | 'evidenceTexts'>;

export function summariseScene(
  content: Pick<Content, 'publicScene'>,
  scene: SceneProgress,
  { digest, seed }: { readonly digest: LogDigest; readonly seed: number },
): SceneSummary {
  const played = findScenePlayed(content, scene, seed);
  return {
    sceneId: scene.sceneId,
    title: played === undefined ? null : wordsOf(played.texts, played.world.title),
    status: scene.status,
    activeMs: digest.activeMs.get(scene.sceneId) ?? null,
    isScored: played?.world.scored !== false,
    isEased: scene.eased === true,
  };
}

/** For staff only. */
export function reviewScene(
  content: ContentPart,
  scene: SceneProgress,
  about: { readonly digest: LogDigest; readonly seed: number },
): SceneReview {
  const { digest, seed } = about;
  const ended = digest.ended.get(scene.sceneId);
  const result = ended?.result ?? null;
  const skipped = scene.status === 'skipped';
  return {
    ...summariseScene(content, scene, about),
    dimensions: skipped
      ? []
      : (result?.items ?? []).map(({ dimension, points, max }) => ({ dimension, points, max })),
    ...evidenceInWords(content, scene, result),
    help: helpInWords(findScenePlayed(content, scene, seed), digest.help.get(scene.sceneId)),
    assists: digest.assists.get(scene.sceneId) ?? 0,
    listens: digest.listens.get(scene.sceneId) ?? 0,
    isBrief: isBrief(ended, findScenePlayed(content, scene, seed)?.world.minutes),
    flags: ended?.process?.flags ?? [],
  };
}

type InWords = Pick<SceneReview, 'seen' | 'uncounted' | 'toWork' | 'misconceptions'>;

function evidenceInWords(content: ContentPart, scene: SceneProgress, result: SceneResult | null): InWords {
  const found = findEvidence(content, scene);
  if (result === null || found === undefined) {
    return { seen: [], uncounted: [], toWork: [], misconceptions: [] };
  }
  const { evidence, texts } = found;
  const inWords = (rules: SceneResult['rules']): Words[] =>
    rules.flatMap(({ rule }) => wordsFor(evidence.rules, rule, texts));
  const credited = result.rules.filter(({ points }) => points > 0);
  return {
    seen: inWords(credited),
    uncounted: inWords(result.rules.filter(({ fired, points }) => fired && points === 0)),
    // A skipped scene has nothing to work on.
    toWork:
      scene.status === 'skipped'
        ? []
        : inWords(result.rules.filter(({ fired, missing }) => !fired && !missing)),
    misconceptions: result.misconceptions.flatMap((id) => talkingPoint(evidence.misconceptions, id, texts)),
  };
}

function talkingPoint(
  misconceptions: Evidence['misconceptions'],
  id: string,
  texts: FittedScene['texts'],
): TalkingPoint[] {
  const found = misconceptions.find((one) => one.id === id);
  if (found === undefined) return [];
  const { text, ask } = found;
  return [{ text: wordsOf(texts, text), ask: ask === undefined ? null : wordsOf(texts, ask) }];
}

function wordsFor(
  texted: readonly { readonly id: string; readonly text: string }[],
  id: string,
  texts: FittedScene['texts'],
): Words[] {
  const key = texted.find((one) => one.id === id)?.text;
  return key === undefined ? [] : [wordsOf(texts, key)];
}

function helpInWords(
  played: FittedScene | undefined,
  taken: ReadonlyMap<string, 1 | 2 | 3> | undefined,
): SceneReview['help'] {
  return (played?.world.help ?? []).flatMap(({ id, title }) => {
    const step = taken?.get(id);
    return step === undefined || played === undefined ? [] : [{ topic: wordsOf(played.texts, title), step }];
  });
}
