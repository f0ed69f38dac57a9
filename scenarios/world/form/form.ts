/** Filled boxes stay filled when the person leaves the page. */
import type { Step } from '../base.ts';
import { fits, readPad, readPaper } from './reading.ts';
import { fillField, prefilled, review, untouched } from './site.ts';
import type {
  FormAction,
  FormRefusal,
  FormSite,
  FormState,
  FormView,
  FormWorld,
  SiteState,
  StoredBy,
} from './types.ts';

export function startForm({ sites }: FormWorld): FormState {
  const begun = sites.flatMap((site) => {
    const texts = prefilled(site);
    return Object.keys(texts).length === 0 ? [] : [[site.id, { ...untouched, texts }] as const];
  });
  return {
    view: { kind: 'start' },
    sites: Object.fromEntries(begun),
    pad: { typed: '', reading: 'empty' },
  };
}

export function reduceForm(
  world: FormWorld,
  state: FormState,
  action: FormAction,
): Step<FormState, FormRefusal> {
  switch (action.type) {
    case 'open':
      if (findSite(world, action.siteId) === undefined) return refuse('world.unknown-target');
      if (!leadsTo(world, state, action)) return refuse('world.not-on-screen');
      return accept(show(state, { kind: 'site', site: action.siteId }));
    case 'start':
      return accept(show(state, { kind: 'start' }));
    case 'search':
      if (state.view.kind === 'site') return refuse('world.not-on-screen');
      return accept(show(state, { kind: 'results' }));
    case 'note': {
      const { typed, reading } = action;
      if (!fits(typed, reading, (text) => readPad(world, text))) return refuse('form.other-reading');
      // Always a new state: undo must work the same after the text is erased.
      return accept({ ...state, pad: { typed, reading } });
    }
    case 'fill':
    case 'choose':
    case 'fill-secret':
    case 'attach':
    case 'detach':
    case 'mend':
    case 'review':
    case 'send':
    case 'keep':
    case 'jot':
      return onSite(world, state, action);
  }
}

export function shownSite(world: FormWorld, { view }: FormState): FormSite | undefined {
  return view.kind === 'site' ? findSite(world, view.site) : undefined;
}

export function siteState({ sites }: FormState, siteId: string): SiteState {
  return sites[siteId] ?? untouched;
}

type SiteAction = Exclude<FormAction, { type: 'open' | 'start' | 'search' | 'note' }>;

function onSite(world: FormWorld, state: FormState, action: SiteAction): Step<FormState, FormRefusal> {
  const site = shownSite(world, state);
  if (site === undefined) return refuse('form.no-site');
  const before = siteState(state, site.id);
  const next = reduceSite(world, site, before, action);
  if (!next.ok) return next;
  return accept(
    next.state === before ? state : { ...state, sites: { ...state.sites, [site.id]: next.state } },
  );
}

function reduceSite(
  { files }: FormWorld,
  site: FormSite,
  state: SiteState,
  action: SiteAction,
): Step<SiteState, FormRefusal> {
  switch (action.type) {
    case 'review':
      return review({ site, files }, state);
    case 'send':
      return state.step === 'summary'
        ? { ok: true, state: { ...state, step: 'sent' } }
        : { ok: false, code: 'form.other-step' };
    case 'keep': {
      if (state.step !== 'sent' || site.number === undefined) return { ok: false, code: 'form.other-step' };
      return { ok: true, state: keep(state, action.how) };
    }
    case 'jot':
      return jot(site, state, action);
    case 'fill':
    case 'choose':
    case 'fill-secret':
    case 'attach':
    case 'detach':
    case 'mend':
      return fillField({ site, files }, state, action);
  }
}

function jot(
  { number, paper }: FormSite,
  state: SiteState,
  { typed, reading }: Extract<FormAction, { type: 'jot' }>,
): Step<SiteState, FormRefusal> {
  if (state.step !== 'sent' || number === undefined || paper !== true) {
    return { ok: false, code: 'form.other-step' };
  }
  if (!fits(typed, reading, (text) => readPaper(number, text))) {
    return { ok: false, code: 'form.other-reading' };
  }
  return { ok: true, state: reading === 'as-on-card' ? keep(state, 'paper') : state };
}

function keep(state: SiteState, how: StoredBy): SiteState {
  return state.kept.includes(how) ? state : { ...state, kept: [...state.kept, how] };
}

/** A site opens from the note on the first page, or from the search results. */
function leadsTo(
  { note, search }: FormWorld,
  { view }: FormState,
  { siteId, via }: Extract<FormAction, { type: 'open' }>,
): boolean {
  if (via === 'note') return view.kind === 'start' && note.link.site === siteId;
  return view.kind === 'results' && search.results.some(({ site }) => site === siteId);
}

function findSite(world: FormWorld, siteId: string): FormSite | undefined {
  return world.sites.find(({ id }) => id === siteId);
}

function show(state: FormState, view: FormView): FormState {
  const { view: now } = state;
  const isShown =
    now.kind === 'site' && view.kind === 'site' ? now.site === view.site : now.kind === view.kind;
  return isShown ? state : { ...state, view };
}

function accept(state: FormState): Step<FormState, FormRefusal> {
  return { ok: true, state };
}

function refuse(code: FormRefusal): Step<FormState, FormRefusal> {
  return { ok: false, code };
}
