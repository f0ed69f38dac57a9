/** A group and a person with recorded response vectors: more scenes than exist today. */
import type { Measure } from '../../scenarios/kit/measurement-types.ts';
import type { LevelsView } from '../../server/contract/levels.ts';
import type { ActivityAnswer } from '../../server/contract/teach.ts';
import { adaptations } from '../../scenarios/measurement/adaptations.ts';
import type { SceneReview, StaffReview } from '../../server/contract/review.ts';
import type { TalkingPoint } from '../../server/contract/told.ts';
import { wordsOf } from '../../server/content/find-scene.ts';
import { viewLevels } from '../../server/reporting/levels.ts';
import { addResources } from '../../server/reporting/next-steps.ts';
import { findNextSteps } from '../../server/told/next-steps.ts';
import { chooseShown } from '../../server/told/shown.ts';
import { findStrengths } from '../../server/told/strengths.ts';
import { orderTalkingPoints } from '../../server/told/talking-points.ts';
import type { ToldScene } from '../../server/told/told-scene.ts';
import { bank1 } from './measurement/bank.ts';
import {
  highVector,
  lowVector,
  measuredAttempt,
  measureOf,
  steadyVector,
  type Vector,
} from './measured-attempts.ts';
import { content } from './s02.ts';
import { listNewestScenarios } from './scene-plays.ts';

const scenes = 16;

/** Each written scenario in its newest version. */
const newest = listNewestScenarios().map(({ world: { id } }) => ({
  scenario: id,
  ...content.currentVersions(id),
}));

/** Gives each person the levels of a recorded vector, and flags. */
export function withRecordedLevels(activity: ActivityAnswer): ActivityAnswer {
  const vectors = [steadyVector, lowVector, highVector];
  return {
    ...activity,
    people: activity.people.map((person, index) => {
      const scenesDone = index === 1 ? 7 : scenes;
      const measure = measureOf(vectors[index % vectors.length] ?? steadyVector, scenesDone);
      return {
        ...person,
        attempt: { ...person.attempt, scenesDone, scenesAll: scenes },
        asksReview: index === 0,
        askedAttemptId: index === 0 ? person.attempt.id : null,
        support: { adaptations: ['read-aloud', 'zoom'], scenesSkipped: index, scenesLeft: 0 },
        result: {
          attemptId: person.attempt.id,
          attemptNumber: person.attempt.number,
          score: measure.overall.score,
          levels: levelsOf(measure),
        },
      };
    }),
  };
}

function levelsOf(measure: Measure): LevelsView {
  const levels = viewLevels(content, measuredAttempt(measure));
  if (levels === null) throw new Error('too few scenes for a level');
  return levels;
}

/** The person after sixteen scenes with this vector, and with as many leads as a page has to hold. */
export function withRecordedScenes(review: StaffReview, vector: Vector = steadyVector): StaffReview {
  const measure = measureOf(vector, scenes);
  const levels = viewLevels(content, measuredAttempt(measure));
  const [first] = review.scenes;
  if (first === undefined) throw new Error('the review has no scene');
  const played = [...new Set(bank1.items.map(({ scenario }) => scenario))].map((scenario) =>
    sceneOf(first, scenario, vector),
  );
  const told = played.map(toldOf);
  const strengths = findStrengths(told);
  const before = viewLevels(content, measuredAttempt(measureOf(lowVector, scenes)));
  const score = measure.overall.score;
  const attempt = { ...review.attempt, number: 2, score };
  return {
    ...review,
    attempt,
    levels,
    adaptations: ['read-aloud', 'helper', 'eased', 'text-size'],
    scenes: played,
    strengths,
    shown: chooseShown(told, strengths, bank1),
    talkingPoints: orderTalkingPoints(told),
    nextSteps: addResources(
      findNextSteps(told, strengths),
      content.resources,
      told.flatMap(({ tags }) => tags),
    ),
    attempts: [
      { ...attempt, setAside: null, isHeld: false, scenesDone: scenes, levels, change: 'clear-progress' },
      {
        ...review.attempt,
        id: 'before',
        number: 1,
        score: 20,
        setAside: null,
        isHeld: false,
        scenesDone: scenes,
        levels: before,
        change: null,
      },
    ],
  };
}

/**
 * The fullest possible sheet: set aside, every talking point of the content, every adaptation, few actions in each
 * scene.
 */
export function withEverythingNoticed(review: StaffReview): StaffReview {
  const full = withRecordedScenes(review, lowVector);
  return {
    ...full,
    setAside: { reason: 'conditions', at: review.attempt.startedAt },
    helperOffer: 'declined',
    adaptations,
    talkingPoints: longestFirst(
      full.scenes.flatMap((scene) =>
        pointsOf(scene.sceneId).map((point) => ({ ...point, scene: scene.title })),
      ),
    ),
    scenes: full.scenes.map((scene) => ({
      ...scene,
      isBrief: true,
      misconceptions: pointsOf(scene.sceneId),
    })),
  };
}

function newestOf(scenario: string): (typeof newest)[number] | undefined {
  return newest.find((one) => one.scenario === scenario);
}

function toldOf({ sceneId, title, dimensions }: SceneReview): ToldScene {
  const items = dimensions.map((one) => ({ ...one, item: one.dimension, skipped: false }));
  const known = newestOf(sceneId);
  const texts: Parameters<typeof wordsOf>[0] =
    known === undefined ? { fr: {}, en: {} } : content.evidenceTexts(known);
  const credited = items.flatMap(({ item, points }, index) => {
    const key = `learner.e${String(index + 1)}`;
    return points === 0 || texts.fr[key] === undefined ? [] : [{ item, words: wordsOf(texts, key) }];
  });
  // As if no rule of its goals had been met.
  const left =
    known === undefined
      ? []
      : content.evidence(known).rules.flatMap(({ goal }, index) => {
          const item = items[index % Math.max(items.length, 1)]?.item;
          const goals = content.publicScene(known.scenario, known.worldVersion, 1).texts;
          return goal === undefined || item === undefined
            ? []
            : [{ item, words: wordsOf(goals, goal), isBegun: false }];
        });
  return { scenario: sceneId, title, items, credited, noticed: [], left, tags: [] };
}

/** Every talking point of a scenario; the longest of the others if it is not written yet. */
function pointsOf(scenario: string): SceneReview['misconceptions'] {
  const own = newestOf(scenario);
  const points = (own === undefined ? newest : [own]).flatMap((versions) => {
    const texts = content.evidenceTexts(versions);
    return content.evidence(versions).misconceptions.map(({ text, ask }) => ({
      text: wordsOf(texts, text),
      ask: ask === undefined ? null : wordsOf(texts, ask),
    }));
  });
  return longestFirst(points);
}

function longestFirst<Point extends TalkingPoint>(points: readonly Point[]): Point[] {
  const length = ({ text, ask }: TalkingPoint): number => text.fr.length + (ask?.fr.length ?? 0);
  return points.toSorted((left, right) => length(right) - length(left));
}

function sceneOf(like: SceneReview, scenario: string, vector: Vector): SceneReview {
  const dimensions = bank1.items
    .filter((item) => item.scenario === scenario)
    .map(({ dimension, steps: { length: max } }) => ({
      dimension,
      points: Math.round(max * vector[dimension]),
      max,
    }));
  return { ...like, sceneId: scenario, title: titleOf(scenario), dimensions };
}

function titleOf(scenario: string): SceneReview['title'] {
  const known = newestOf(scenario);
  if (known === undefined) {
    // As short as the titles of written scenes.
    const code = scenario.slice(0, 3).toUpperCase();
    return { fr: `Scène à venir (${code})`, en: `Scene to come (${code})` };
  }
  const { world, texts } = content.publicScene(scenario, known.worldVersion, 1);
  return { fr: texts.fr[world.title] ?? scenario, en: texts.en[world.title] ?? scenario };
}
