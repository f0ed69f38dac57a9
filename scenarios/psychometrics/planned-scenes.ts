/**
 * Lets simulations use scenes not yet written, if their points are as hard and their minutes as many as
 * planned.
 */
import type { Dimension } from '../kit/dimensions.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';
import type { SceneFacts } from '../measurement/choose-scene.ts';

export interface PlannedScene extends SceneFacts {
  readonly items: readonly ItemParameters[];
}

type Steps = Readonly<Partial<Record<Dimension, readonly number[]>>>;

/** Planned scenes leave nobody out. */
export const accessForAll: SceneFacts['access'] = {
  screenReader: true,
  keyboard: true,
  zoom400: true,
  withoutColour: true,
  withoutSound: true,
  phone: true,
};

function planned(
  scenario: string,
  minutes: number,
  steps: Steps,
  also: Partial<SceneFacts> = {},
): PlannedScene {
  // The keys of `Steps` are dimensions.
  const items = (Object.entries(steps) as [Dimension, readonly number[]][]).map(
    ([dimension, own]): ItemParameters => ({
      scenario,
      dimension,
      slope: 1,
      steps: own,
      provenance: 'expert-guess',
    }),
  );
  return { scenario, minutes, heavyReading: false, mobile: false, access: accessForAll, items, ...also };
}

const mobile = { mobile: true };

export const plannedScenes: readonly PlannedScene[] = [
  planned('s09-team-chat', 4, { COM: [-1, -0.5, 0], SEC: [0, 0.9] }, mobile),
  planned('s10-tablet', 5, { RES: [-1.3, -0.4, 0.5, 0.9], OUT: [-0.4, 1.3] }),
  planned('s11-notice', 6, { PRO: [-1.3, -0.2, 0.3, 1], OUT: [0.6, 1.6] }),
  planned('s15-shared-document', 5, { COM: [-0.4, 0.5, 1.2], SEC: [0.9], PRO: [-0.2, 1.2] }),
  planned('s16-calendar', 4, { INF: [-0.8, 0.3], COM: [-1.5, -0.4, 0.4] }, mobile),
  planned('s18-code-request', 5, { SEC: [-1.8, -0.4, 0.4, 1.2], COM: [0.2] }, mobile),
];

/** The bank with the items of planned scenes; those it has itself stay as they are. */
export function withPlanned(bank: Bank, scenes: readonly PlannedScene[]): Bank {
  const known = new Set(bank.items.map(({ scenario }) => scenario));
  const added = scenes.filter(({ scenario }) => !known.has(scenario)).flatMap(({ items }) => items);
  return { ...bank, items: [...bank.items, ...added] };
}
