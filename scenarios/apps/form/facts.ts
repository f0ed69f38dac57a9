/** What was done with the forms of a scene, in the words that rules are written in. Never from a typed text. */
import { factClass, type FactType, type ObservedAction, type ObservedScene } from '../../kit/observed.ts';
import { siteState } from '../../world/form/form.ts';
import { enteredReading, isFilled, problemOf } from '../../world/form/site.ts';
import type { FormSite, FormState, FormWorld, SiteState } from '../../world/form/types.ts';
import { startScene, step } from '../../world/scene.ts';
import type { World } from '../../world/types.ts';

class AttachedFacts {
  readonly field: string;
  readonly file: string;

  constructor(field: string, file: string) {
    this.field = field;
    this.file = file;
  }
}

/** How one site's form stands at the end, except where it says « at any time ». */
interface FormSiteFacts {
  readonly site: string;
  /** `fill`, `summary` or `sent`. */
  readonly step: string;
  /** Fields that hold anything. */
  readonly filled: readonly string[];
  /** Fields that the person filled as the card says, before the site changed anything. */
  readonly right: readonly string[];
  /** Fields that the form cannot take. */
  readonly problems: readonly string[];
  /** Fields that « Continue » could not take, at any time. */
  readonly refused: readonly string[];
  /** Fields that the site changed on the way to the summary. */
  readonly slipped: readonly string[];
  /** Those of them that say again what the card says. */
  readonly mended: readonly string[];
  readonly attached: readonly AttachedFacts[];
  /** Secret boxes that are filled. */
  readonly secrets: readonly string[];
  /** Ways in which the confirmation number was kept: `copy`, `print`, `capture`, `note`. */
  readonly kept: readonly string[];
  /** Whether the page was left with something in the form that was not sent, at any time. */
  readonly left: boolean;
}

const FormSiteFacts = factClass<FormSiteFacts>();

class HandedOverFacts {
  readonly site: string;
  /** Fields that held anything. */
  readonly filled: readonly string[];

  constructor(site: string, filled: readonly string[]) {
    this.site = site;
    this.filled = filled;
  }
}

export interface FormFacts {
  readonly sites: readonly FormSiteFacts[];
  /** Sites opened at any time, in order. */
  readonly opened: readonly string[];
  /** Forms sent at any time, undone or not: what is out cannot be taken back. */
  readonly handedOver: readonly HandedOverFacts[];
}

export const FormFacts = factClass<FormFacts>();

const list = 'list<string>';

/** `form` in rules. */
export const formFactTypes: readonly FactType[] = [
  { name: 'Attached', ctor: AttachedFacts, fields: { field: 'string', file: 'string' } },
  {
    name: 'FormSite',
    ctor: FormSiteFacts,
    fields: {
      site: 'string',
      step: 'string',
      filled: list,
      right: list,
      problems: list,
      refused: list,
      slipped: list,
      mended: list,
      attached: 'list<Attached>',
      secrets: list,
      kept: list,
      left: 'bool',
    },
  },
  { name: 'HandedOver', ctor: HandedOverFacts, fields: { site: 'string', filled: list } },
  {
    name: 'Form',
    ctor: FormFacts,
    fields: { sites: 'list<FormSite>', opened: list, handedOver: 'list<HandedOver>' },
  },
];

/** Facts of the forms; empty where the scene has none. */
export function formFacts({ world, state, actions }: ObservedScene): FormFacts {
  const { form } = state.apps;
  if (!world.form || !form) return new FormFacts({ sites: [], opened: [], handedOver: [] });
  const { handedOver, refused, left } = followForms(world, world.form, actions);
  const pad = { world: world.form, form };
  return new FormFacts({
    sites: world.form.sites.map((site) => siteFacts(pad, site, { refused, left })),
    opened: actions.flatMap(({ action }) =>
      action.app === 'form' && action.type === 'open' ? [action.siteId] : [],
    ),
    handedOver,
  });
}

function siteFacts(
  { world, form }: { readonly world: FormWorld; readonly form: FormState },
  site: FormSite,
  { refused, left }: Pick<FormHistory, 'refused' | 'left'>,
): FormSiteFacts {
  const state = siteState(form, site.id);
  const idsOf = (holds: (field: FormSite['fields'][number]) => boolean): readonly string[] =>
    site.fields.filter(holds).map(({ id }) => id);
  const slipped = Object.keys(state.slipped);
  const isNoted = state.step === 'sent' && site.number !== undefined && form.pad.reading === 'as-on-card';
  return new FormSiteFacts({
    site: site.id,
    step: state.step,
    filled: idsOf((field) => isFilled(state, field)),
    right: idsOf((field) => isRight(state, field)),
    problems: idsOf((field) => problemOf(world.files, state, field) !== null),
    refused: idsOf(({ id }) => refused.has(`${site.id} ${id}`)),
    slipped,
    mended: slipped.filter((id) => state.texts[id]?.reading === 'as-on-card'),
    attached: Object.entries(state.files).map(([field, file]) => new AttachedFacts(field, file)),
    secrets: state.secrets,
    kept: [...state.kept, ...(isNoted ? ['note'] : [])],
    left: left.has(site.id),
  });
}

function isRight(state: SiteState, field: FormSite['fields'][number]): boolean {
  if (field.kind === 'text') return enteredReading(state, field.id) === 'as-on-card';
  return field.kind === 'choice' && state.choices[field.id] === field.onCard;
}

interface FormHistory {
  readonly handedOver: readonly HandedOverFacts[];
  /** `site field` of what « Continue » could not take. */
  readonly refused: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/** The actions are replayed: what was sent, named as missing or left stays so, undone or not. */
function followForms(world: World, form: FormWorld, actions: readonly ObservedAction[]): FormHistory {
  let state = startScene(world);
  const handedOver: HandedOverFacts[] = [];
  const refused = new Set<string>();
  const left = new Set<string>();
  for (const { action, epoch, actionSeq } of actions) {
    const before = state.apps.form;
    const next = step(world, state, action, { epoch, actionSeq });
    if (!next.ok) continue;
    state = next.state;
    const site = form.sites.find(({ id }) => before?.view.kind === 'site' && before.view.site === id);
    if (action.app !== 'form' || site === undefined || !before || !state.apps.form) continue;
    const filled = site.fields.filter((field) => isFilled(siteState(before, site.id), field));
    if (action.type === 'send')
      handedOver.push(
        new HandedOverFacts(
          site.id,
          filled.map(({ id }) => id),
        ),
      );
    for (const id of siteState(state.apps.form, site.id).problems) refused.add(`${site.id} ${id}`);
    const isLeft = state.apps.form.view !== before.view && siteState(before, site.id).step !== 'sent';
    if (isLeft && filled.length > 0) left.add(site.id);
  }
  return { handedOver, refused, left };
}
