import type { AppFacts } from '../../kit/app.ts';
import {
  atAnyTime,
  atEnd,
  partOf,
  factType,
  type ObservedAction,
  type ObservedScene,
} from '../../kit/observed.ts';
import { siteState } from '../../world/form/form.ts';
import { enteredReading, isFilled, problemOf } from '../../world/form/site.ts';
import type { FormSite, FormState, FormWorld, SiteState } from '../../world/form/types.ts';
import { startScene, step } from '../../world/scene.ts';
import type { World } from '../../world/types.ts';

interface AttachedFacts {
  readonly field: string;
  readonly file: string;
}

interface FormSiteFacts {
  readonly site: string;
  readonly step: string;
  readonly filled: readonly string[];
  readonly right: readonly string[];
  readonly problems: readonly string[];
  readonly refused: readonly string[];
  readonly slipped: readonly string[];
  readonly mended: readonly string[];
  readonly attached: readonly AttachedFacts[];
  readonly secrets: readonly string[];
  readonly kept: readonly string[];
  readonly left: boolean;
}

interface HandedOverFacts {
  readonly site: string;
  readonly filled: readonly string[];
}

interface FormFacts {
  readonly sites: readonly FormSiteFacts[];
  readonly opened: readonly string[];
  readonly handedOver: readonly HandedOverFacts[];
}

const list = 'list<string>';

const attachedType = factType<AttachedFacts>('Attached', {
  field: partOf('string', 'La case.', 'The field.'),
  file: partOf('string', 'Le fichier qui y est joint.', 'The file attached to it.'),
});

const formSiteType = factType<FormSiteFacts>('FormSite', {
  site: partOf('string', 'Identifiant du site.', 'Id of the site.'),
  step: atEnd('string', '`fill`, `summary` ou `sent`.', '`fill`, `summary` or `sent`.'),
  filled: atEnd(list, 'Cases qui contiennent quelque chose.', 'Fields that hold anything.'),
  right: atEnd(
    list,
    'Cases remplies par la personne comme sur la fiche, avant tout changement par le site.',
    'Fields that the person filled as the card says, before the site changed anything.',
  ),
  problems: atEnd(list, 'Cases que le formulaire n’accepte pas.', 'Fields that the form cannot take.'),
  refused: atAnyTime(
    list,
    'Cases que « Continuer » n’a pas acceptées.',
    'Fields that “Continue” did not take.',
  ),
  slipped: atEnd(
    list,
    'Cases que le site a changées en allant au résumé.',
    'Fields that the site changed on the way to the summary.',
  ),
  mended: atEnd(
    list,
    'Celles de `slipped` qui disent de nouveau ce que dit la fiche.',
    'Those of `slipped` that again say what the card says.',
  ),
  attached: atEnd('list<Attached>', 'Fichiers joints.', 'Files attached.'),
  secrets: atEnd(list, 'Cases secrètes remplies.', 'Secret boxes that are filled.'),
  kept: atEnd(
    list,
    'Façons de garder le numéro de confirmation : `copy`, `print`, `capture`, `note`, `paper`.',
    'Ways in which the confirmation number was kept: `copy`, `print`, `capture`, `note`, `paper`.',
  ),
  left: atAnyTime(
    'bool',
    'La page a été quittée avec quelque chose de non envoyé dans le formulaire.',
    'The page was left with something in the form that was not sent.',
  ),
});

const handedOverType = factType<HandedOverFacts>('HandedOver', {
  site: partOf('string', 'Identifiant du site.', 'Id of the site.'),
  filled: partOf(list, 'Cases qui contenaient quelque chose.', 'Fields that held anything.'),
});

const formType = factType<FormFacts>('Form', {
  sites: atEnd('list<FormSite>', 'Chaque site avec son formulaire.', 'Each site with its form.'),
  opened: atAnyTime(list, 'Sites ouverts, dans l’ordre.', 'Sites opened, in order.'),
  handedOver: atAnyTime(
    'list<HandedOver>',
    'Formulaires envoyés : ce qui est parti ne revient pas.',
    'Forms sent: what is out cannot be taken back.',
  ),
});

function collect({ world, state, actions }: ObservedScene): FormFacts {
  const { form } = state.apps;
  if (!world.form || !form) return formType.make({ sites: [], opened: [], handedOver: [] });
  const { handedOver, refused, left } = followForms(world, world.form, actions);
  const pad = { world: world.form, form };
  return formType.make({
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
  return formSiteType.make({
    site: site.id,
    step: state.step,
    filled: idsOf((field) => isFilled(state, field)),
    right: idsOf((field) => isRight(state, field)),
    problems: idsOf((field) => problemOf(world.files, state, field) !== null),
    refused: idsOf(({ id }) => refused.has(`${site.id} ${id}`)),
    slipped,
    mended: slipped.filter((id) => state.texts[id]?.reading === 'as-on-card'),
    attached: Object.entries(state.files).map(([field, file]) => attachedType.make({ field, file })),
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
  readonly refused: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/** Undo does not take back what was sent, refused or left. */
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
      handedOver.push(handedOverType.make({ site: site.id, filled: filled.map(({ id }) => id) }));
    for (const id of siteState(state.apps.form, site.id).problems) refused.add(`${site.id} ${id}`);
    const isLeft = state.apps.form.view !== before.view && siteState(before, site.id).step !== 'sent';
    if (isLeft && filled.length > 0) left.add(site.id);
  }
  return { handedOver, refused, left };
}

export const formFacts = {
  name: 'form',
  types: [attachedType, formSiteType, handedOverType, formType],
  of: collect,
} as const satisfies AppFacts;
