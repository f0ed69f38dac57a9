import type { GradeKind } from '../../../../server/contract/grade-kinds.ts';
import type {
  SelectAnswer,
  SelectChoice,
  SelectForm,
  SelectScene,
} from '../../../../server/contract/select.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';
import { chosenScenesName } from './select-texts.ts';

export interface Draft {
  readonly form: string;
  /** Null: those of the form. */
  readonly scenes: readonly string[] | null;
  readonly title: string;
  /** True for a typed title, which stays; others follow the choice. */
  readonly isTitleOwn: boolean;
  readonly titleLanguage: Language;
  readonly attempts: number | null;
  readonly language: Language | null;
  readonly graded: boolean;
  readonly grade: GradeKind;
  readonly dimensionItems: boolean;
  /** In the course already: its own page changes the kind of grade. */
  readonly isAgain: boolean;
}

export interface Faults {
  readonly scenes: 'scenes.none' | 'scenes.unscored' | null;
  readonly title: 'name.empty' | 'name.long' | null;
}

const longestTitle = 200;
/** Enough to see progress; with more, people learn the game. */
const usualAttempts = 3;

export function createDraft({ forms, accepts }: SelectAnswer, titleLanguage: Language): Draft | null {
  const [form] = forms;
  if (form === undefined) return null;
  return {
    form: form.id,
    scenes: null,
    title: form.title[titleLanguage],
    isTitleOwn: false,
    titleLanguage,
    attempts: usualAttempts,
    language: null,
    graded: accepts.grade,
    grade: 'measure',
    dimensionItems: false,
    isAgain: false,
  };
}

/** Null for a new activity. */
export function createDraftAgain(answer: SelectAnswer, pageLanguage: Language): Draft | null {
  const { current, accepts } = answer;
  const usual = createDraft(answer, pageLanguage);
  if (current === null || usual === null) return null;
  const { title, form, scenes, attempts, language, grade, graded, dimensionItems } = current;
  const draft = { ...usual, form: form ?? usual.form, scenes, attempts, language, grade, dimensionItems };
  const named = draft.scenes === null ? formOf(answer, draft)?.title : chosenScenesName;
  const ownLanguage = (['fr', 'en'] as const).find((one) => named?.[one] === title);
  return changeDraft(answer, draft, {
    graded: graded && accepts.grade,
    titleLanguage: ownLanguage ?? pageLanguage,
    ...(title === '' ? {} : { title, isTitleOwn: ownLanguage === undefined }),
    isAgain: true,
  });
}

/** A title that was not typed follows the change. */
export function changeDraft(answer: SelectAnswer, draft: Draft, change: Partial<Draft>): Draft {
  const changed = { ...draft, ...change };
  if (changed.isTitleOwn) return changed;
  const usual = changed.scenes === null ? formOf(answer, changed)?.title : chosenScenesName;
  return { ...changed, title: usual?.[changed.titleLanguage] ?? changed.title };
}

function formOf({ forms }: SelectAnswer, draft: Draft): SelectForm | undefined {
  return forms.find(({ id }) => id === draft.form);
}

export function scenesOf(answer: SelectAnswer, draft: Draft): SelectScene[] {
  const wanted = draft.scenes ?? formOf(answer, draft)?.scenes ?? [];
  return wanted.flatMap((id) => answer.scenes.find((scene) => scene.id === id) ?? []);
}

function scoredOf(answer: SelectAnswer, draft: Draft): SelectScene[] {
  return scenesOf(answer, draft).filter(({ isScored }) => isScored);
}

export function toggleScene(answer: SelectAnswer, draft: Draft, id: string, isIn: boolean): string[] {
  const chosen = new Set(draft.scenes);
  if (isIn) chosen.add(id);
  else chosen.delete(id);
  return answer.scenes.map((scene) => scene.id).filter((scene) => chosen.has(scene));
}

export function minutesOf(scenes: readonly SelectScene[]): number {
  return scenes.reduce((sum, { minutes }) => sum + minutes, 0);
}

export function mostScoredOf(answer: SelectAnswer, draft: Draft): number | null {
  return draft.scenes === null ? (formOf(answer, draft)?.mostScored ?? null) : null;
}

/** Size of the longest way through an adaptive form. */
export function sizeOf(
  answer: SelectAnswer,
  draft: Draft,
): { readonly count: number; readonly minutes: number } {
  const scenes = scenesOf(answer, draft);
  const longest = scenes.filter(({ isScored }) => isScored).sort((one, other) => other.minutes - one.minutes);
  const most = longest.slice(0, mostScoredOf(answer, draft) ?? longest.length);
  const all = [...scenes.filter(({ isScored }) => !isScored), ...most];
  return { count: all.length, minutes: minutesOf(all) };
}

export function missingForGrade(answer: SelectAnswer, draft: Draft): number | null {
  const minimum = formOf(answer, draft)?.minScenes ?? 1;
  const { length } = scoredOf(answer, draft);
  return draft.graded && length > 0 && length < minimum ? minimum : null;
}

/** Whether there are enough scenes for a level, and how many it takes. */
export function levelOf(
  answer: SelectAnswer,
  draft: Draft,
): { readonly from: number; readonly may: boolean } {
  const from = formOf(answer, draft)?.levelFrom ?? Number.POSITIVE_INFINITY;
  return { from, may: scoredOf(answer, draft).length >= from };
}

/** Without a level only « fait », whatever was chosen. */
export function gradeOf(answer: SelectAnswer, draft: Draft): GradeKind {
  return levelOf(answer, draft).may ? draft.grade : 'done';
}

export function mayHaveDimensions(answer: SelectAnswer, draft: Draft): boolean {
  return draft.graded && gradeOf(answer, draft) !== 'done';
}

export function findFaults(answer: SelectAnswer, draft: Draft): Faults {
  const length = draft.title.trim().length;
  return {
    scenes: faultOfScenes(answer, draft),
    title: length === 0 ? 'name.empty' : length > longestTitle ? 'name.long' : null,
  };
}

function faultOfScenes(answer: SelectAnswer, draft: Draft): Faults['scenes'] {
  if (scenesOf(answer, draft).length === 0) return 'scenes.none';
  return scoredOf(answer, draft).length === 0 ? 'scenes.unscored' : null;
}

/** Sends only what the page offered. */
export function toChoice(answer: SelectAnswer, draft: Draft): SelectChoice {
  const { form, title, titleLanguage, attempts, language, graded, grade, dimensionItems } = draft;
  return {
    form,
    titleLanguage,
    attempts,
    language,
    graded,
    grade,
    scenes: draft.scenes === null ? null : [...draft.scenes],
    title: title.trim(),
    dimensionItems: dimensionItems && mayHaveDimensions(answer, draft),
  };
}
