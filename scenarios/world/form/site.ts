import type { Step } from '../base.ts';
import { withOrWithout } from '../phrases.ts';
import { fits, readField } from './reading.ts';
import type { FormAction, FormField, FormFile, FormRefusal, FormSite, Reading, SiteState } from './types.ts';

export type FieldProblem = 'missing' | 'format' | 'file-kind';

export const untouched: SiteState = {
  step: 'fill',
  texts: {},
  choices: {},
  files: {},
  secrets: [],
  problems: [],
  slipped: {},
  kept: [],
};

/** Texts that the site holds before anybody fills it in. */
export function prefilled({ fields }: FormSite): SiteState['texts'] {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind !== 'text' || field.prefilled === undefined) return [];
      const typed = field.prefilled;
      return [[field.id, { typed, reading: readField(field, typed) }] as const];
    }),
  );
}

export function problemOf(
  files: readonly FormFile[],
  state: SiteState,
  field: FormField,
): FieldProblem | null {
  if (!isFilled(state, field)) return field.required ? 'missing' : null;
  if (field.kind === 'text') return state.texts[field.id]?.reading === 'ill-formed' ? 'format' : null;
  if (field.kind !== 'file') return null;
  const file = files.find(({ id }) => id === state.files[field.id]);
  return file !== undefined && field.accepts.includes(file.kind) ? null : 'file-kind';
}

export function isFilled(state: SiteState, { id, kind }: FormField): boolean {
  switch (kind) {
    case 'text':
      return (state.texts[id]?.reading ?? 'empty') !== 'empty';
    case 'choice':
      return state.choices[id] !== undefined;
    case 'file':
      return state.files[id] !== undefined;
    case 'secret':
      return state.secrets.includes(id);
  }
}

type FillAction = Extract<FormAction, { readonly fieldId: string }>;

export function fillField(
  { site, files }: { readonly site: FormSite; readonly files: readonly FormFile[] },
  state: SiteState,
  action: FillAction,
): Step<SiteState, FormRefusal> {
  const field = site.fields.find(({ id }) => id === action.fieldId);
  if (field === undefined) return refuse('world.unknown-target');
  if (action.type === 'mend') {
    return state.step === 'summary' ? accept({ ...state, step: 'fill' }) : refuse('form.other-step');
  }
  if (state.step !== 'fill') return refuse('form.other-step');
  switch (action.type) {
    case 'fill':
      return field.kind === 'text' ? fillText(state, field, action) : refuse('world.unknown-target');
    case 'choose': {
      const isOption = field.kind === 'choice' && field.options.some(({ id }) => id === action.choice);
      return isOption
        ? accept(put(state, 'choices', field.id, action.choice))
        : refuse('world.unknown-target');
    }
    case 'fill-secret':
      if (field.kind !== 'secret') return refuse('world.unknown-target');
      return accept(withSecrets(state, withOrWithout(state.secrets, field.id, action.filled)));
    case 'attach': {
      const isFile = field.kind === 'file' && files.some(({ id }) => id === action.fileId);
      return isFile ? accept(put(state, 'files', field.id, action.fileId)) : refuse('world.unknown-target');
    }
    case 'detach':
      if (field.kind !== 'file') return refuse('world.unknown-target');
      return accept(
        state.files[field.id] === undefined ? state : { ...state, files: without(state.files, field.id) },
      );
  }
}

/**
 * « Continue »: goes to the summary, or lists the problems. On the way the site may change a text once
 * (`slip`).
 */
export function review(
  { site, files }: { readonly site: FormSite; readonly files: readonly FormFile[] },
  state: SiteState,
): Step<SiteState, FormRefusal> {
  if (state.step !== 'fill') return refuse('form.other-step');
  const problems = site.fields.filter((field) => problemOf(files, state, field) !== null).map(({ id }) => id);
  if (problems.length === 0) return accept({ ...slip(site, state), problems: [], step: 'summary' });
  const isSame = problems.join(' ') === state.problems.join(' ');
  return accept(isSame ? state : { ...state, problems });
}

export function enteredReading(state: SiteState, fieldId: string): Reading {
  return state.slipped[fieldId] ?? state.texts[fieldId]?.reading ?? 'empty';
}

function fillText(
  state: SiteState,
  field: Extract<FormField, { kind: 'text' }>,
  { typed, reading }: Extract<FormAction, { type: 'fill' }>,
): Step<SiteState, FormRefusal> {
  if (!fits(typed, reading, (text) => readField(field, text))) return refuse('form.other-reading');
  // Always a new state: undo must work the same after the text is erased.
  return accept({ ...state, texts: { ...state.texts, [field.id]: { typed, reading } } });
}

/** Each field is changed once only: what the person corrects stays. */
function slip(site: FormSite, state: SiteState): SiteState {
  return site.fields.reduce((now, field) => {
    if (field.kind !== 'text' || field.slip === undefined || now.slipped[field.id] !== undefined) return now;
    const reading = now.texts[field.id]?.reading ?? 'empty';
    const changed = { typed: field.slip, reading: readField(field, field.slip) };
    return {
      ...now,
      texts: { ...now.texts, [field.id]: changed },
      slipped: { ...now.slipped, [field.id]: reading },
    };
  }, state);
}

function put(state: SiteState, name: 'choices' | 'files', fieldId: string, value: string): SiteState {
  return state[name][fieldId] === value ? state : { ...state, [name]: { ...state[name], [fieldId]: value } };
}

function withSecrets(state: SiteState, secrets: readonly string[]): SiteState {
  return secrets === state.secrets ? state : { ...state, secrets };
}

function without(map: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).filter(([each]) => each !== key));
}

function accept(state: SiteState): Step<SiteState, FormRefusal> {
  return { ok: true, state };
}

function refuse(code: FormRefusal): Step<SiteState, FormRefusal> {
  return { ok: false, code };
}
