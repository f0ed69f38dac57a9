interface ColumnText {
  readonly meaning: string;
  readonly values: string;
}

export type ColumnTexts<Key extends string> = Readonly<Record<Key, ColumnText>>;

export interface CodebookTexts {
  readonly columns: ColumnTexts<CodebookKey>;
  readonly notes: readonly string[];
  readonly header: readonly [string, string, string, string];
  readonly note: string;
}

export type CodebookKey = ExportKey | ItemReportKey;

type ExportKey =
  | 'person'
  | 'attempt'
  | 'attempt_number'
  | 'started_on'
  | 'form'
  | 'status'
  | 'language'
  | 'validity'
  | 'held_for'
  | 'pinned_bank'
  | 'input'
  | 'adaptations'
  | 'scenes_done'
  | 'scenes_skipped'
  | 'scene_how'
  | 'scene_missing'
  | 'scene_flags'
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
  | 'flags'
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
  | 'contrast'
  | 'age_group'
  | 'schooling'
  | 'first_language'
  | 'computer_years';

/** Of `export items`. */
export type ItemReportKey =
  | 'item_name'
  | 'dimension'
  | 'max'
  | 'item_step'
  | 'provenance'
  | 'persons'
  | 'skipped'
  | 'mean_points'
  | 'n_points'
  | 'p_points'
  | 'ability_points'
  | 'ordered'
  | 'infit'
  | 'outfit'
  | 'fit_persons'
  | 'misfit'
  | 'item_rest'
  | 'item_rest_persons'
  | 'comparison'
  | 'n_reference'
  | 'n_focal'
  | 'n_needed'
  | 'strata'
  | 'matching_items'
  | 'test'
  | 'chi_square'
  | 'p'
  | 'size'
  | 'class'
  | 'kind'
  | 'from'
  | 'to'
  | 'bin_persons'
  | 'step_item'
  | 'step';

type EstimatePart = 'theta' | 'se' | 'wle' | 'wle_se';
