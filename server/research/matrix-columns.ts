/** `export matrix`: one row per attempt. */
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import { itemName, sceneName } from '../../scenarios/psychometrics/item-name.ts';
import type { Bank, ItemParameters } from '../../scenarios/kit/measurement-types.ts';
import { attemptColumns, type NamedRecord, playColumns } from './attempt-columns.ts';
import type { SceneRecord } from './attempt-records.ts';
import { type Column, column, flagOf, rounded, wordsOf } from './columns.ts';
import { type Estimates, estimatesOf } from './estimates.ts';
import { pointsOn } from './item-points.ts';
import { missingCodeOf } from './missing-code.ts';

export interface MatrixRow extends NamedRecord {
  readonly estimates: Estimates;
}

/** Estimates use `bank`, whatever the attempt's own. */
export function matrixRowOf(named: NamedRecord, bank: Bank): MatrixRow {
  return { ...named, estimates: estimatesOf(named.record, bank) };
}

export function matrixColumns(bank: Bank, titles: SceneTitles): readonly Column<MatrixRow>[] {
  const scenarios = [...new Set(bank.items.map(({ scenario }) => scenario))];
  return [
    ...attemptColumns,
    ...playColumns,
    column('scenes_done', ({ record }) => countScenes(record.scenes, 'done')),
    column('scenes_skipped', ({ record }) => countScenes(record.scenes, 'skipped')),
    ...scenarios.flatMap((scenario) => sceneColumns(bank, scenario, titleOf(scenario, titles))),
    ...bank.items.map((item) => itemColumn(bank, item, titleOf(item.scenario, titles))),
    ...dimensions.flatMap((dimension) => estimateColumns(dimension)),
    ...overallColumns(bank),
  ];
}

export type SceneTitles = ReadonlyMap<string, Readonly<Record<'fr' | 'en', string>>>;

function titleOf(scenario: string, titles: SceneTitles): Readonly<Record<'fr' | 'en', string>> {
  return titles.get(scenario) ?? { fr: scenario, en: scenario };
}

function countScenes(scenes: readonly SceneRecord[], how: SceneRecord['how']): number {
  return scenes.filter((scene) => scene.how === how && scene.result !== null).length;
}

function sceneColumns(
  bank: Bank,
  scenario: string,
  title: Readonly<Record<'fr' | 'en', string>>,
): Column<MatrixRow>[] {
  const sceneOf = ({ record }: MatrixRow): SceneRecord | undefined =>
    record.scenes.find(({ scene }) => scene.scenario === scenario);
  const params = { title };
  return [
    {
      name: `${sceneName(scenario)}_how`,
      about: { key: 'scene_how', params },
      cellOf: (row) => sceneOf(row)?.how ?? null,
    },
    {
      name: `${sceneName(scenario)}_missing`,
      about: { key: 'scene_missing', params },
      cellOf: ({ record }) => missingCodeOf(record, bank, scenario),
    },
    {
      name: `${sceneName(scenario)}_flags`,
      about: { key: 'scene_flags', params },
      cellOf: (row) => wordsOf(sceneOf(row)?.process?.flags ?? []) || null,
    },
    {
      name: `${sceneName(scenario)}_eased`,
      about: { key: 'scene_eased', params },
      cellOf: (row) => {
        const played = sceneOf(row);
        return played === undefined ? null : flagOf(played.scene.eased === true);
      },
    },
  ];
}

function itemColumn(
  bank: Bank,
  item: ItemParameters,
  title: Readonly<Record<'fr' | 'en', string>>,
): Column<MatrixRow> {
  const params = { title, dimension: item.dimension, max: item.steps.length };
  return {
    name: itemName(item),
    about: { key: 'item', params },
    cellOf: ({ record }) => pointsOn(record, bank, item),
  };
}

function estimateColumns(dimension: Dimension): Column<MatrixRow>[] {
  const params = { dimension };
  const prefix = dimension.toLowerCase();
  return (['theta', 'se', 'wle', 'wle_se'] as const).map((part) => ({
    name: `${prefix}_${part}`,
    about: { key: `dimension_${part}`, params },
    cellOf: ({ estimates }) => roundedOrMissing(estimates.dimensions[dimension]?.[part]),
  }));
}

function overallColumns({ version }: Bank): Column<MatrixRow>[] {
  const params = { bank: version };
  return [
    ...(['theta', 'se', 'wle', 'wle_se'] as const).map((part) =>
      column<MatrixRow>(`overall_${part}`, ({ estimates }) => roundedOrMissing(estimates.overall?.[part])),
    ),
    column('overall_level', ({ estimates }) => estimates.overall?.told?.level ?? null),
    column('score', ({ estimates }) => estimates.overall?.told?.score ?? null),
    column('score_low', ({ estimates }) => estimates.overall?.told?.scoreBand[0] ?? null),
    column('score_high', ({ estimates }) => estimates.overall?.told?.scoreBand[1] ?? null),
    {
      name: 'measure_bank',
      about: { key: 'measure_bank', params },
      cellOf: ({ estimates }) => (estimates.overall === null ? null : version),
    },
  ];
}

function roundedOrMissing(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}
