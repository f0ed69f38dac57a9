import {
  type PlannedScene,
  plannedScenes,
  withPlanned,
} from '../../scenarios/psychometrics/planned-scenes.ts';
import type { SceneFacts } from '../../scenarios/measurement/choose-scene.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import { factsOf } from '../attempts/choose-next-scene.ts';
import type { Content } from '../content/load.ts';
import { listMeasured } from '../content/measured-scenes.ts';
import { OperatorError } from './operator-error.ts';

export interface PlanOptions {
  readonly form?: string;
  readonly scenes?: string;
  /** Planned scenes that are played as well. */
  readonly with?: string;
  readonly adaptive: boolean;
  readonly core?: string;
  readonly bank?: number;
}

interface Plan {
  readonly scenes: readonly SceneFacts[];
  /** Scenes that an adaptive plan begins with; null if the form is fixed. */
  readonly core: readonly string[] | null;
  readonly bank: Bank;
}

/** @throws OperatorError if options name something unknown or contradict each other */
export function planSimulation(content: Content, options: PlanOptions): Plan {
  const { scenes: written, core, bankVersion } = chooseScenes(content, options);
  const also = choosePlanned(options.with);
  const scenes = [...written, ...also];
  refuseTwice(scenes.map(({ scenario }) => scenario));
  const bank = withPlanned(
    knownOr(() => content.getBank(bankVersion), `There is no bank ${bankVersion}.`),
    also,
  );
  const missing = scenes.find(({ scenario }) => bank.items.every((item) => item.scenario !== scenario));
  if (missing !== undefined) {
    throw new OperatorError(`Bank ${bankVersion} has no item of ${missing.scenario}.`);
  }
  return { scenes, core, bank };
}

function chooseScenes(
  content: Content,
  options: PlanOptions,
): Omit<Plan, 'bank'> & { readonly bankVersion: number } {
  const { form: formId, scenes: named, adaptive, core } = options;
  if ((formId === undefined) === (named === undefined)) {
    throw new OperatorError('Name either a form with --form or scenarios with --scenes.');
  }
  if (core !== undefined && !adaptive) throw new OperatorError('--core goes with --adaptive.');
  const known = listScenes(content);
  if (named !== undefined) {
    const ids = named === 'all' ? known.map(({ scenario }) => scenario) : split(named);
    const first = core === undefined ? [] : split(core);
    const stray = first.find((scenario) => !ids.includes(scenario));
    if (stray !== undefined) throw new OperatorError(`The core names ${stray}, which is not in --scenes.`);
    return {
      scenes: pick(known, ids),
      core: adaptive ? first : null,
      bankVersion: options.bank ?? Math.max(...content.bankVersions),
    };
  }
  if (adaptive)
    throw new OperatorError('A form says itself whether it is adaptive: --adaptive goes with --scenes.');
  const id = formId ?? '';
  const names = content.forms.map((one) => one.id).join(', ');
  const form = knownOr(() => content.getForm(id), `There is no form ${id}; there are: ${names}.`);
  const unscored = new Set(content.scenarios().flatMap((one) => (one.isScored ? [] : [one.scenario])));
  return {
    scenes: pick(
      known,
      form.scenes.filter((scenario) => !unscored.has(scenario)),
    ),
    core: form.selection === 'adaptive' ? form.core : null,
    bankVersion: options.bank ?? form.bankVersion,
  };
}

function listScenes(content: Content): SceneFacts[] {
  const measured = new Set(listMeasured(content));
  const scored = content
    .scenarios()
    .flatMap(({ scenario, isScored }) => (isScored && measured.has(scenario) ? [scenario] : []));
  return [...new Set(scored)].map((scenario) => factsOf(content, scenario));
}

function choosePlanned(named: string | undefined): readonly PlannedScene[] {
  if (named === undefined) return [];
  if (named === 'all') return plannedScenes;
  return split(named).map((id) => {
    const found = plannedScenes.find(({ scenario }) => scenario === id);
    if (found !== undefined) return found;
    const ids = plannedScenes.map(({ scenario }) => scenario).join(', ');
    throw new OperatorError(`No scenario ${id} is planned; planned are: ${ids}.`);
  });
}

function split(list: string): string[] {
  return list.split(',').map((part) => part.trim());
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) throw new OperatorError(`${twice} is named twice.`);
}

function pick(known: readonly SceneFacts[], ids: readonly string[]): SceneFacts[] {
  return ids.map((id) => {
    const found = known.find(({ scenario }) => scenario === id);
    if (found === undefined) throw new OperatorError(`There is no scored scenario ${id}.`);
    return found;
  });
}

function knownOr<Value>(find: () => Value, message: string): Value {
  try {
    return find();
  } catch {
    throw new OperatorError(message);
  }
}
