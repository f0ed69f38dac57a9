/**
 * The part of a statement's text that it shares with others of its attempt: who acted, and where. It is most of the text, so
 * it is made once, and storage may keep it once.
 */
import type { Language } from '../scenarios/world/base.ts';
import { assessmentRef, courseRef, gameRef, localId, profileRef, scenarioRef } from './activities.ts';
import type { StatementDraft, AttemptScope } from './statement-draft.ts';
import type { ActivityRef, Context, Extensions, Statement } from './statement.ts';
import { extensions } from './vocabulary.ts';

/** What all statements of one attempt have in common. */
export interface AttemptContext extends AttemptScope {
  /** UUID; it is the registration too. */
  readonly attemptId: string;
  /** 1, 2, … per person and activity. */
  readonly attemptNumber: number;
  readonly actor: Pseudonym;
  /** Pseudonym of the course's activity. */
  readonly courseId: string | null;
  /** Build of tool and content. */
  readonly build: string;
}

/** Who acted, as record stores may know it: an account in the study's own space. */
export interface Pseudonym {
  readonly homePage: string;
  readonly name: string;
}

/** Answers the frame of a draft's statement, in the language played at that moment. */
export type FrameMaker = (draft: StatementDraft, language: Language) => string;

/** What stays open at a frame's end: the context's extensions, the context, the statement. */
const leftOpen = '}}}';

/**
 * Makes the frames of an attempt's statements, each once.
 * A frame is text from the middle of a statement, not JSON by itself: `"actor":{…},"context":{…,"extensions":{…`, so that
 * what a statement says of itself goes before it and after it.
 */
export function createFrames(context: AttemptContext): FrameMaker {
  const assessment = assessmentRef(context);
  const made = new Map<string, string>();
  return (draft, language) => {
    const parent = parentOf(assessment, draft);
    const key = [language, draft.object.id === assessment.id, parent?.id, ...ownPlace(draft)].join(' ');
    const frame = made.get(key) ?? frameOf(context, draft, language, { assessment, parent });
    made.set(key, frame);
    return frame;
  };
}

/** All that a frame takes from a draft besides its container. */
function ownPlace({ scene, categories = [], extensions: told = {} }: StatementDraft): readonly unknown[] {
  const bank = told[extensions.bankVersion];
  return [scene?.worldVersion, scene?.eased, bank === undefined, ...categories.map(({ id }) => id)];
}

interface Places {
  readonly assessment: ActivityRef;
  readonly parent: ActivityRef | undefined;
}

function frameOf(context: AttemptContext, draft: StatementDraft, language: Language, places: Places): string {
  const { homePage, name } = context.actor;
  const shared = {
    actor: { objectType: 'Agent', account: { homePage, name } },
    context: contextOf(context, draft, language, places),
  } satisfies Pick<Statement, 'actor' | 'context'>;
  return JSON.stringify(shared).slice('{'.length, -leftOpen.length);
}

/** Extensions come last: a statement adds its own to them. */
function contextOf(
  { attemptId, build, courseId, form, bankVersion, attemptNumber }: AttemptContext,
  draft: StatementDraft,
  language: Language,
  { assessment, parent }: Places,
): Context {
  const course = courseId === null ? [] : [courseRef(courseId)];
  return {
    registration: attemptId,
    revision: build,
    platform: 'NUM+',
    language: language === 'fr' ? 'fr-CA' : 'en-CA',
    contextActivities: {
      ...(parent === undefined ? {} : { parent: [parent] }),
      grouping: [...(draft.object.id === assessment.id ? [] : [assessment]), gameRef, ...course],
      category: [profileRef, ...(draft.categories ?? [])],
    },
    extensions: withoutTold(draft, {
      [extensions.form]: localId(form),
      [extensions.attemptNumber]: attemptNumber,
      [extensions.bankVersion]: bankVersion,
      ...(draft.scene === undefined ? {} : { [extensions.worldVersion]: draft.scene.worldVersion }),
      ...(draft.scene?.eased === true ? { [extensions.eased]: true } : {}),
    }),
  };
}

/** A score by another bank than the attempt's tells its own: no name may stand in a text twice. */
function withoutTold({ extensions: told = {} }: StatementDraft, shared: Extensions): Extensions {
  return Object.fromEntries(Object.entries(shared).filter(([name]) => !(name in told)));
}

/** The direct container: the scene for what happens in it, the assessment for a scene, none for the assessment. */
function parentOf(assessment: ActivityRef, draft: StatementDraft): ActivityRef | undefined {
  if (draft.object.id === assessment.id) return undefined;
  if (draft.scene === undefined) return assessment;
  const scenario = scenarioRef(draft.scene);
  return draft.object.id === scenario.id ? assessment : scenario;
}
