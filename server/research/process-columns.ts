/** `export process`: one row per ended scene. */
import type { ProcessIndicators } from '../../scenarios/kit/log.ts';
import { sceneName } from '../../scenarios/psychometrics/item-name.ts';
import { attemptColumns, type NamedRecord } from './attempt-columns.ts';
import type { SceneRecord } from './attempt-records.ts';
import { type Column, flagOf, wordsOf } from './columns.ts';

export interface ProcessRow extends NamedRecord {
  readonly scene: SceneRecord;
}

export function processRowsOf(named: NamedRecord): ProcessRow[] {
  return named.record.scenes.map((scene) => ({ ...named, scene }));
}

const numbers = {
  total_ms: 'totalMs',
  first_action_ms: 'firstActionMs',
  n_actions: 'actions',
  n_undo: 'undos',
  n_help: 'helps',
  n_read_aloud: 'readAlouds',
  n_assist: 'assists',
  n_app_switch: 'appSwitches',
  n_backtrack: 'backtracks',
  n_pause: 'pauses',
  idle_ms: 'idleMs',
  hidden_ms: 'hiddenMs',
  variant_seed: 'variantSeed',
} as const satisfies Record<string, keyof ProcessIndicators>;

type NumberName = keyof typeof numbers;

const sceneColumns: readonly Column<ProcessRow>[] = [
  { name: 'scene', about: { key: 'scene' }, cellOf: ({ scene }) => sceneName(scene.scene.scenario) },
  { name: 'place', about: { key: 'place' }, cellOf: ({ scene }) => Number(scene.scene.sceneId) },
  { name: 'scenario', about: { key: 'scenario' }, cellOf: ({ scene }) => scene.scene.scenario },
  {
    name: 'world_version',
    about: { key: 'world_version' },
    cellOf: ({ scene }) => scene.scene.worldVersion,
  },
  {
    name: 'scoring_version',
    about: { key: 'scoring_version' },
    cellOf: ({ scene }) => scene.scene.scoringVersion,
  },
  { name: 'how', about: { key: 'how' }, cellOf: ({ scene }) => scene.how },
  { name: 'eased', about: { key: 'eased' }, cellOf: ({ scene }) => flagOf(scene.scene.eased === true) },
  {
    name: 'points',
    about: { key: 'points' },
    cellOf: ({ scene: { result } }) =>
      result === null ? null : result.items.reduce((sum, { points }) => sum + points, 0),
  },
  {
    name: 'points_possible',
    about: { key: 'points_possible' },
    cellOf: ({ scene: { result } }) =>
      result === null ? null : result.items.reduce((sum, { max }) => sum + max, 0),
  },
  { name: 'active_ms', about: { key: 'active_ms' }, cellOf: ({ scene }) => scene.activeMs },
];

const deviceColumns: readonly Column<ProcessRow>[] = [
  {
    name: 'input',
    about: { key: 'scene_input' },
    cellOf: ({ scene }) => wordsOf(scene.process?.inputModes ?? []) || null,
  },
  { name: 'zoom', about: { key: 'zoom' }, cellOf: ({ scene }) => scene.process?.device?.zoom ?? null },
  { name: 'motion', about: { key: 'motion' }, cellOf: ({ scene }) => scene.process?.device?.motion ?? null },
  {
    name: 'contrast',
    about: { key: 'contrast' },
    cellOf: ({ scene }) => scene.process?.device?.contrast ?? null,
  },
];

export const processColumns: readonly Column<ProcessRow>[] = [
  ...attemptColumns,
  ...sceneColumns,
  ...(Object.keys(numbers) as NumberName[]).map((name): Column<ProcessRow> => ({
    name,
    about: { key: name },
    cellOf: ({ scene: { process } }) => process?.[numbers[name]] ?? null,
  })),
  ...deviceColumns,
];
