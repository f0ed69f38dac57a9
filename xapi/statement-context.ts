import type { Language } from '../scenarios/world/base.ts';
import { assessmentRef, courseRef, gameRef, localId, profileRef, scenarioRef } from './activities.ts';
import type { StatementDraft, AttemptScope } from './statement-draft.ts';
import type { ActivityRef, Context, Extensions } from './statement.ts';
import { extensions } from './vocabulary.ts';

export interface AttemptContext extends AttemptScope {
  /** UUID; also the registration. */
  readonly attemptId: string;
  /** From 1, per person and activity. */
  readonly attemptNumber: number;
  readonly actor: Pseudonym;
  /** Pseudonym of the activity. */
  readonly courseId: string | null;
  /** Build of tool and content. */
  readonly build: string;
}

/** An account in the namespace of the study. */
export interface Pseudonym {
  readonly homePage: string;
  readonly name: string;
}

/**
 * Extensions of the attempt come first, then `own`.
 * @param language the language at that moment
 */
export function contextOf(
  attempt: AttemptContext,
  draft: StatementDraft,
  language: Language,
  own: Extensions,
): Omit<Context, 'statement'> {
  const assessment = assessmentRef(attempt);
  const parent = parentOf(assessment, draft);
  const course = attempt.courseId === null ? [] : [courseRef(attempt.courseId)];
  return {
    registration: attempt.attemptId,
    revision: attempt.build,
    platform: 'NUM+',
    language: language === 'fr' ? 'fr-CA' : 'en-CA',
    contextActivities: {
      ...(parent === undefined ? {} : { parent: [parent] }),
      grouping: [...(draft.object.id === assessment.id ? [] : [assessment]), gameRef, ...course],
      category: [profileRef, ...(draft.categories ?? [])],
    },
    extensions: { ...sharedExtensions(attempt, draft), ...own },
  };
}

function sharedExtensions(
  { form, attemptNumber, bankVersion }: AttemptContext,
  { scene, extensions: replaced = {} }: StatementDraft,
): Extensions {
  const shared: Extensions = {
    [extensions.form]: localId(form),
    [extensions.attemptNumber]: attemptNumber,
    [extensions.bankVersion]: bankVersion,
    ...(scene === undefined ? {} : { [extensions.worldVersion]: scene.worldVersion }),
    ...(scene?.eased === true ? { [extensions.eased]: true } : {}),
  };
  // A score by another bank names that bank instead.
  return Object.fromEntries(Object.entries(shared).filter(([name]) => !(name in replaced)));
}

/** The direct container. */
function parentOf(assessment: ActivityRef, draft: StatementDraft): ActivityRef | undefined {
  if (draft.object.id === assessment.id) return undefined;
  if (draft.scene === undefined) return assessment;
  const scenario = scenarioRef(draft.scene);
  return draft.object.id === scenario.id ? assessment : scenario;
}
