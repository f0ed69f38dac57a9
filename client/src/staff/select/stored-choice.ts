/** The choice that survives a reload, if all of it is still valid. */
import type { SelectAnswer } from '../../../../server/contract/select.ts';
import type { Draft } from './draft.ts';

export interface StoredChoice {
  readonly step: 'edit' | 'summary';
  readonly draft: Draft | null;
  readonly chosen: readonly Draft[];
  readonly changing: number | null;
}

export function parseStoredChoice(value: unknown, answer: SelectAnswer): StoredChoice | null {
  if (!isObject(value)) return null;
  const { step, draft, chosen, changing } = value;
  if ((step !== 'edit' && step !== 'summary') || !Array.isArray(chosen)) return null;
  const drafts: readonly unknown[] = chosen;
  const isFitting = (one: unknown): one is Draft => isDraft(one) && fits(one, answer);
  if (!drafts.every(isFitting) || (draft !== null && !isFitting(draft))) return null;
  if (step === 'summary' ? drafts.length === 0 : draft === null) return null;
  const isPlace = typeof changing === 'number' && drafts[changing] !== undefined;
  return { step, draft, chosen: drafts, changing: isPlace ? changing : null };
}

function isDraft(value: unknown): value is Draft {
  if (!isObject(value)) return false;
  const {
    form,
    scenes,
    title,
    isTitleOwn,
    titleLanguage,
    attempts,
    language,
    graded,
    grade,
    dimensionItems,
    isAgain,
  } = value;
  return (
    [form, title].every((text) => typeof text === 'string') &&
    [isTitleOwn, graded, dimensionItems, isAgain].every((flag) => typeof flag === 'boolean') &&
    (grade === 'measure' || grade === 'level' || grade === 'done') &&
    [titleLanguage, language ?? 'fr'].every((one) => one === 'fr' || one === 'en') &&
    (attempts === null || typeof attempts === 'number') &&
    (scenes === null || (Array.isArray(scenes) && scenes.every((scene) => typeof scene === 'string')))
  );
}

function fits({ form, scenes, graded }: Draft, { forms, scenes: offered, accepts }: SelectAnswer): boolean {
  const isThere = (id: string): boolean => offered.some((scene) => scene.id === id);
  return forms.some(({ id }) => id === form) && (scenes ?? []).every(isThere) && (accepts.grade || !graded);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
