/** Columns of the tables that an operator exports, by their key in the codebook. */
import { all, group, is } from './data-map-types.ts';

const byStaff = { source: 'staff' } as const;
const byPerson = { source: 'person' } as const;
const byBrowser = { source: 'browser' } as const;
const noPerson = { nature: 'technical' } as const;

const attempt = {
  person: is(
    'Relier les essais d’une personne, par un pseudonyme.',
    'Links a person’s attempts, by a pseudonym.',
  ),
  attempt: is('Relier l’essai à ses énoncés.', 'Links the attempt to its statements.'),
  attempt_number: is('Séparer les premiers essais des suivants.', 'Tells first attempts from later ones.'),
  started_on: is('Situer l’essai au jour près.', 'Places the attempt, to the day.'),
  form: is('Comparer ce qui se compare.', 'Compares what can be compared.', noPerson),
  status: is('Savoir si l’essai est fini.', 'Says whether the attempt has ended.'),
  language: is('Comparer les langues.', 'Compares the languages.', byPerson),
  validity: is('Laisser de côté un essai écarté.', 'Leaves out an attempt that was set aside.', byStaff),
  held_for: is('Laisser de côté un essai douteux.', 'Leaves out a doubtful attempt.'),
  pinned_bank: is(
    'Savoir avec quels items l’essai est mesuré.',
    'Says with which items it is measured.',
    noPerson,
  ),
};

const estimate = is('Mesurer l’habileté et sa précision.', 'Measures ability and its precision.');
const parts = ['theta', 'se', 'wle', 'wle_se'];
const time = is(
  'Étudier comment les gens travaillent; aucun point.',
  'Studies how people work; no points.',
  byPerson,
);
const device = is('Étudier l’effet de l’appareil.', 'Studies the effect of the device.', byBrowser);
const version = is('Savoir quelle version a été jouée.', 'Says which version was played.', noPerson);
const eased = is('Mettre à part les scènes facilitées.', 'Sets eased scenes apart.');
const flags = is('Mettre à part un effort douteux.', 'Sets doubtful effort apart.');
const fit = is('Vérifier la qualité d’un item.', 'Checks the quality of an item.');
const count = is('Savoir sur combien de personnes cela repose.', 'Says on how many people it rests.');
const bias = is(
  'Vérifier qu’un item est juste pour chaque groupe.',
  'Checks that an item is fair to each group.',
);

const background = all(
  ['age_group', 'schooling', 'first_language', 'computer_years'],
  is('Comparer des groupes de personnes; facultatif.', 'Compares groups of people; optional.', byPerson),
);

const perPerson = {
  readers: ['operator', 'researcher'],
  source: 'program',
  retention: 'file',
  nature: 'pseudonymous',
} as const;
const perItem = { ...perPerson, nature: 'technical' } as const;

export const exportTables = [
  group(
    {
      name: 'export matrix',
      about: [
        'Une ligne par essai. Les personnes qui ont accepté la recherche; toutes avec `--purpose operational`.',
        'One row per attempt. People who agreed to research; everybody with `--purpose operational`.',
      ],
      ...perPerson,
    },
    {
      ...attempt,
      input: device,
      adaptations: is(
        'Étudier si la mesure est juste pour tous.',
        'Studies whether the measure is fair to all.',
        byPerson,
      ),
      ...all(
        ['scenes_done', 'scenes_skipped'],
        is('Savoir sur quoi la mesure repose.', 'Says what the measure rests on.'),
      ),
      scene_how: is('Savoir comment la scène a fini.', 'Says how the scene ended.', byPerson),
      scene_missing: is('Savoir pourquoi des points manquent.', 'Says why points are missing.'),
      scene_flags: flags,
      scene_eased: eased,
      item: is('Étudier les items et la mesure.', 'Studies the items and the measure.'),
      ...all(
        [...parts.map((part) => `dimension_${part}`), ...parts.map((part) => `overall_${part}`)],
        estimate,
      ),
      ...all(
        ['overall_level', 'score', 'score_low', 'score_high'],
        is('Savoir ce qui a été dit à la personne.', 'Says what the person was told.'),
      ),
      measure_bank: version,
      ...background,
    },
  ),
  group(
    {
      name: 'export process',
      about: [
        'Une ligne par scène finie. Les personnes qui ont accepté la recherche; toutes avec `--purpose operational`.',
        'One row per ended scene. People who agreed to research; everybody with `--purpose operational`.',
      ],
      ...perPerson,
    },
    {
      ...attempt,
      ...all(
        ['scene', 'place', 'scenario'],
        is('Savoir quelle scène a été jouée.', 'Says which scene was played.'),
      ),
      ...all(['world_version', 'scoring_version'], version),
      how: is('Savoir comment la scène a fini.', 'Says how the scene ended.', byPerson),
      eased,
      ...all(
        ['points', 'points_possible'],
        is('Comparer le travail et les points.', 'Compares work and points.'),
      ),
      flags,
      ...all(['active_ms', 'total_ms', 'first_action_ms', 'idle_ms', 'hidden_ms'], time),
      ...all(['n_actions', 'n_undo', 'n_help', 'n_read_aloud', 'n_assist', 'n_app_switch'], time),
      ...all(['n_backtrack', 'n_pause'], time),
      variant_seed: is('Savoir quelle variante a été jouée.', 'Says which variant was played.'),
      ...all(['scene_input', 'zoom', 'motion', 'contrast'], device),
      ...background,
    },
  ),
  group(
    {
      name: 'export items: items',
      about: ['Une ligne par item, sur tout le groupe.', 'One row per item, over the whole group.'],
      ...perItem,
    },
    {
      ...all(
        ['item_name', 'scenario', 'dimension', 'max', 'item_step', 'provenance'],
        is('Reconnaître l’item.', 'Recognizes the item.'),
      ),
      ...all(['persons', 'skipped', 'n_points', 'fit_persons', 'item_rest_persons'], count),
      ...all(
        ['mean_points', 'p_points', 'ability_points', 'ordered', 'infit', 'outfit', 'misfit', 'item_rest'],
        fit,
      ),
    },
  ),
  group(
    {
      name: 'export items: dif',
      about: [
        'Une ligne par comparaison de groupes et par item.',
        'One row per comparison of groups and item.',
      ],
      ...perItem,
    },
    {
      ...all(['comparison', 'strata', 'matching_items', 'test', 'chi_square', 'p', 'size', 'class'], bias),
      item_name: is('Reconnaître l’item.', 'Recognizes the item.'),
      ...all(['n_reference', 'n_focal', 'n_needed'], count),
    },
  ),
  group(
    {
      name: 'export items: wright',
      about: [
        'Les personnes et les items sur une échelle, par tranches.',
        'People and items on one scale, in bins.',
      ],
      ...perItem,
    },
    {
      ...all(
        ['kind', 'from', 'to', 'step_item', 'step'],
        is('Comparer les items aux habiletés.', 'Compares items with abilities.'),
      ),
      bin_persons: count,
    },
  ),
];
