/** `export process`: one row per ended scene. */
import type { ProcessIndicators } from '../../scenarios/kit/log.ts';
import { sceneName } from '../../scenarios/psychometrics/item-name.ts';
import { attemptColumns, type NamedRecord } from './attempt-columns.ts';
import type { SceneRecord } from './attempt-records.ts';
import { type Column, column, flagOf, wordsOf } from './columns.ts';

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
  column('scene', ({ scene }) => sceneName(scene.scene.scenario)),
  column('place', ({ scene }) => Number(scene.scene.sceneId)),
  column('scenario', ({ scene }) => scene.scene.scenario),
  column('world_version', ({ scene }) => scene.scene.worldVersion),
  column('scoring_version', ({ scene }) => scene.scene.scoringVersion),
  column('how', ({ scene }) => scene.how),
  column('eased', ({ scene }) => flagOf(scene.scene.eased === true)),
  column('points', ({ scene: { result } }) =>
    result === null ? null : result.items.reduce((sum, { points }) => sum + points, 0),
  ),
  column('points_possible', ({ scene: { result } }) =>
    result === null ? null : result.items.reduce((sum, { max }) => sum + max, 0),
  ),
  column('active_ms', ({ scene }) => scene.activeMs),
  column('flags', ({ scene }) => wordsOf(scene.process?.flags ?? []) || null),
];

const deviceColumns: readonly Column<ProcessRow>[] = [
  {
    name: 'input',
    about: { key: 'scene_input' },
    cellOf: ({ scene }) => wordsOf(scene.process?.inputModes ?? []) || null,
  },
  column('zoom', ({ scene }) => scene.process?.device?.zoom ?? null),
  column('motion', ({ scene }) => scene.process?.device?.motion ?? null),
  column('contrast', ({ scene }) => scene.process?.device?.contrast ?? null),
];

export const processColumns: readonly Column<ProcessRow>[] = [
  ...attemptColumns,
  ...sceneColumns,
  ...(Object.keys(numbers) as NumberName[]).map((name) =>
    column<ProcessRow>(name, ({ scene: { process } }) => process?.[numbers[name]] ?? null),
  ),
  ...deviceColumns,
];
