interface ColumnText {
  readonly meaning: string;
  readonly values: string;
}

export interface CodebookTexts {
  readonly columns: Readonly<Record<CodebookKey, ColumnText>>;
  readonly notes: readonly string[];
  readonly header: readonly [string, string, string, string];
  readonly note: string;
}

export type CodebookKey =
  | 'person'
  | 'attempt'
  | 'attempt_number'
  | 'started_on'
  | 'form'
  | 'status'
  | 'language'
  | 'consent'
  | 'validity'
  | 'pinned_bank'
  | 'input'
  | 'adaptations'
  | 'scenes_done'
  | 'scenes_skipped'
  | 'scene_how'
  | 'scene_eased'
  | 'item'
  | `dimension_${EstimatePart}`
  | `overall_${EstimatePart}`
  | 'overall_level'
  | 'score'
  | 'score_low'
  | 'score_high'
  | 'measure_bank'
  | 'scene'
  | 'place'
  | 'scenario'
  | 'world_version'
  | 'scoring_version'
  | 'how'
  | 'eased'
  | 'points'
  | 'points_possible'
  | 'active_ms'
  | 'total_ms'
  | 'first_action_ms'
  | 'n_actions'
  | 'n_undo'
  | 'n_help'
  | 'n_read_aloud'
  | 'n_assist'
  | 'n_app_switch'
  | 'n_backtrack'
  | 'n_pause'
  | 'idle_ms'
  | 'hidden_ms'
  | 'variant_seed'
  | 'scene_input'
  | 'zoom'
  | 'motion'
  | 'contrast';

type EstimatePart = 'theta' | 'se' | 'wle' | 'wle_se';
