/** What an xAPI statement holds. The extensions have their name in xapi/vocabulary.ts. */
import { dimensions } from '../../scenarios/kit/dimensions.ts';
import { all, group, is } from './data-map-types.ts';

const byPerson = { source: 'person' } as const;
const byBrowser = { source: 'browser' } as const;
const byStaff = { source: 'staff' } as const;

const sent = {
  readers: ['record-store', 'research-store', 'researcher'],
  source: 'program',
  retention: 'record-store',
  nature: 'pseudonymous',
} as const;

const version = is('Savoir quelle version a été jouée.', 'Says which version was played.');
const act = is('Étudier comment une tâche est faite.', 'Studies how a task is done.', byPerson);
const text = is('Étudier un texte sans le lire.', 'Studies a text without reading it.', byPerson);
const where = is('Situer l’action.', 'Places the action.');
const level = is('Dire le niveau et sa marge.', 'Tells the level and its margin.');
const points = is('Savoir d’où viennent les points.', 'Says where the points come from.');

export const statementGroups = [
  group(
    {
      name: 'xAPI Statement',
      about: [
        'Chaque énoncé. Les niveaux de détail 1, 2 et 3 décident lesquels partent.',
        'Each statement. The tiers 1, 2 and 3 decide which ones leave.',
      ],
      ...sent,
    },
    {
      id: is('Ne pas recevoir deux fois un énoncé.', 'Takes no statement twice.'),
      timestamp: is('Dire quand.', 'Says when the action was done.'),
      ...all(
        ['actor.objectType', 'actor.account.homePage', 'actor.account.name'],
        is(
          'Relier les énoncés d’un pseudonyme, dans une seule étude.',
          'Links the statements of a pseudonym, in one study.',
        ),
      ),
      ...all(
        ['verb.id', 'verb.display.fr', 'verb.display.en'],
        is('Dire ce qui est fait.', 'Says which action was done.', byPerson),
      ),
      ...all(
        [
          ...[
            'object.objectType',
            'object.id',
            'object.definition.type',
            'object.definition.interactionType',
          ],
          ...['object.definition.name.fr', 'object.definition.name.en'],
        ],
        is('Dire sur quoi.', 'Says what the action was done to.', byPerson),
      ),
      'result.success': points,
      'result.completion': is(
        'Dire que c’est fini.',
        'Says that the task or the attempt has ended.',
        byPerson,
      ),
      ...all(
        ['result.score.scaled', 'result.score.raw', 'result.score.min', 'result.score.max'],
        is('Donner les points ou la note.', 'Gives the points or the score.'),
      ),
      'result.response': is('Savoir quelles étapes ont été vues.', 'Says which steps were seen.', byPerson),
      'result.duration': is(
        'Étudier le temps de travail; aucun point.',
        'Studies the time at work; no points.',
        byPerson,
      ),
      'context.registration': is('Relier les énoncés d’un essai.', 'Links the statements of an attempt.'),
      'context.revision': version,
      'context.platform': is('Savoir quel outil a écrit l’énoncé.', 'Says which tool wrote the statement.', {
        nature: 'technical',
      }),
      'context.language': is('Comparer les langues.', 'Compares the languages.', byPerson),
      ...all(['context.contextActivities.parent.id', 'context.contextActivities.category.id'], where),
      'context.contextActivities.grouping.id': is(
        'Situer l’essai, par le pseudonyme de son activité.',
        'Places the attempt, by the pseudonym of its activity.',
      ),
      ...all(
        ['context.statement.objectType', 'context.statement.id'],
        is('Remplacer une réponse recalculée.', 'Replaces an answer that was scored anew.'),
      ),
    },
  ),
  group(
    {
      name: 'extensions',
      about: [
        'Les propriétés propres à NUM+. Le dictionnaire des données dit leurs valeurs.',
        'The properties of NUM+. The data dictionary says their values.',
      ],
      ...sent,
    },
    {
      ...all(
        ['seq', 'epoch', 'tMs'],
        is(
          'Remettre les énoncés en ordre et voir ceux qui manquent.',
          'Puts statements in order, and shows what is missing.',
        ),
      ),
      ...all(['app', 'scene', 'form', 'attemptNumber', 'target', 'via'], where),
      ...all(['bankVersion', 'worldVersion', 'scoringVersion'], version),
      eased: is('Mettre à part les scènes facilitées.', 'Sets eased scenes apart.'),
      noticeVersion: is('Savoir quel avis a été lu.', 'Says which notice was read.', byPerson),
      ...all(
        ['reason', 'ending'],
        is('Savoir pourquoi une pause ou une fin.', 'Says why there was a pause or an end.', byPerson),
      ),
      invalidReason: is(
        'Savoir pourquoi un essai est écarté.',
        'Says why an attempt was set aside.',
        byStaff,
      ),
      helpStep: is('Étudier l’aide.', 'Studies the help.', byPerson),
      language: is('Comparer les langues.', 'Compares the languages.', byPerson),
      ...all(
        ['setting', 'settingValue'],
        is(
          'Étudier si la mesure est juste pour tous.',
          'Studies whether the measure is fair to all.',
          byPerson,
        ),
      ),
      ...all(
        ['inputMode', 'hiddenMs'],
        is('Étudier l’effet de l’appareil.', 'Studies the effect of the device.', byBrowser),
      ),
      device: is(
        'Étudier l’effet de l’appareil, sans pouvoir le reconnaître.',
        'Studies the effect of the device, without recognizing it.',
        {
          ...byBrowser,
          parts: ['motion', 'zoom', 'contrast'],
        },
      ),
      process: is(
        'Étudier comment les gens travaillent; aucun point.',
        'Studies how people work; no points.',
        {
          ...byPerson,
          parts: [
            ...['total_ms', 'first_action_ms', 'n_actions', 'n_undo', 'n_help', 'n_read_aloud', 'n_assist'],
            ...['n_app_switch', 'n_backtrack', 'n_pause', 'idle_ms', 'hidden_ms', 'input_mode', 'at_hint'],
            ...['variant_seed', 'bank_version'],
          ],
        },
      ),
      ...all(['composeMode', 'functions', 'sortScope', 'sortDirection', 'sortOrder', 'choice', 'rank'], act),
      ...all(['found', 'fields', 'itemKind', 'cellContent'], act),
      ...all(['lengthClass', 'textFeatures', 'reading', 'entered'], text),
      ...all(
        ['action', 'errorCode'],
        is(
          'Voir où le jeu n’a pas suivi la personne.',
          'Shows where the game did not follow the person.',
          byPerson,
        ),
      ),
      ...all(['ruleHits', 'rulesShown', 'partialScores'], points),
      ...all(['level', 'levelBetween', 'scoredScenes'], level),
      scoreBand: { ...level, parts: ['from', 'to'] },
      estimates: is('Mesurer l’habileté et sa précision.', 'Measures ability and its precision.', {
        parts: ['overall', ...dimensions],
      }),
      missingCode: is('Savoir pourquoi il n’y a pas de réponse.', 'Says why there is no answer.'),
    },
  ),
];
