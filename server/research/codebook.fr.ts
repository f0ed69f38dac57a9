import type { CodebookTexts } from './codebook-types.ts';
import { itemCodebookFr } from './item-codebook.fr.ts';

const whole = 'nombre entier';
const logits = 'logits';
const milliseconds = 'millisecondes';
const yesNo = '1 oui, 0 non';
const background = 'pour la recherche seulement, si l’étude l’a demandé';
const unanswered = 'manquant sans réponse';
const flags = 'not-tried, machine-fast, repeated, séparés par une espace';

export const codebookFr: CodebookTexts = {
  header: ['tableau', 'variable', 'sens', 'valeurs'],
  note: 'note',
  columns: {
    ...itemCodebookFr,
    person: {
      meaning: 'Pseudonyme de la personne dans cette étude; le même que l’acteur des énoncés xAPI',
      values: 'texte de 64 chiffres hexadécimaux',
    },
    attempt: {
      meaning: 'Identifiant de l’essai; la «\u00a0registration\u00a0» des énoncés xAPI',
      values: 'texte',
    },
    attempt_number: {
      meaning: 'Rang de l’essai de la personne dans l’activité',
      values: `${whole} à partir de 1`,
    },
    started_on: { meaning: 'Jour du début de l’essai, temps universel', values: 'AAAA-MM-JJ' },
    form: { meaning: 'Parcours joué\u00a0: quelles scènes, fixe ou adaptatif', values: 'identifiant' },
    status: { meaning: 'Où en est l’essai', values: 'open, paused, finished, abandoned' },
    language: { meaning: 'Dernière langue jouée', values: 'fr, en' },
    validity: { meaning: 'Si le personnel a mis l’essai à l’écart', values: 'valid, invalid' },
    held_for: {
      meaning: 'Marques de l’essai sur lesquelles le personnel n’a pas décidé',
      values: `${flags}; manquant si aucune`,
    },
    pinned_bank: { meaning: 'Version de la banque d’items fixée au début de l’essai', values: whole },
    input: {
      meaning: 'Façons de faire pendant l’essai; un contacteur agit comme l’une d’elles',
      values: 'keyboard, mouse, pen, touch, séparés par une espace',
    },
    adaptations: {
      meaning: 'Ce qui a facilité ou adapté le jeu jusqu’à la dernière fin de scène',
      values:
        'read-aloud, helper, assists, eased, text-size, zoom, contrast, motion, séparés par une espace; vide si rien',
    },
    scenes_done: { meaning: 'Scènes mesurées jouées jusqu’au bout', values: whole },
    scenes_skipped: { meaning: 'Scènes mesurées ouvertes puis passées', values: whole },
    scene_how: {
      meaning: 'Fin de la scène {title}',
      values: 'done\u00a0: finie; skipped\u00a0: passée, 0 point; left\u00a0: quittée, points manquants',
    },
    scene_missing: {
      meaning: 'Pourquoi les items de la scène {title} n’ont pas de points à eux',
      values:
        'not-in-form\u00a0: le parcours de la personne ne l’a pas; not-reached\u00a0: pas commencée, ou pas encore finie; quit\u00a0: commencée puis quittée; omitted\u00a0: passée, 0 point; not-tried\u00a0: finie en quelques secondes, avec moins de gestes que tout chemin honnête, et non comptée par le personnel; manquant si elle est jouée jusqu’au bout',
    },
    scene_flags: { meaning: 'Marques de la scène {title}', values: `${flags}; manquant si aucune` },
    scene_eased: { meaning: 'Scène {title} avec l’aide ouverte dès le début', values: yesNo },
    item: {
      meaning: 'Points à l’item\u00a0: {title}, dimension {dimension}',
      values: '0 à {max}; 0 aussi si la scène est passée; manquant sinon (voir _missing)',
    },
    dimension_theta: { meaning: 'Habileté EAP en {dimension}, par ses seuls items', values: logits },
    dimension_se: {
      meaning: 'Erreur type de cette EAP, doute sur les difficultés compris',
      values: logits,
    },
    dimension_wle: {
      meaning: 'Habileté WLE (Warm) en {dimension}',
      values: `${logits}; imprécise aux deux bouts`,
    },
    dimension_wle_se: { meaning: 'Erreur type de cette WLE', values: logits },
    overall_theta: { meaning: 'Habileté EAP, tous les items ensemble', values: logits },
    overall_se: { meaning: 'Erreur type de cette EAP, doute sur les difficultés compris', values: logits },
    overall_wle: {
      meaning: 'Habileté WLE (Warm), tous les items ensemble',
      values: `${logits}; imprécise aux deux bouts`,
    },
    overall_wle_se: { meaning: 'Erreur type de cette WLE', values: logits },
    overall_level: {
      meaning: 'Niveau global le plus probable',
      values: '1 à 4; manquant sous 6 scènes mesurées',
    },
    score: {
      meaning:
        'Part des points de toutes les scènes de cette banque, en pour cent; banque 1\u00a0: attendus à cette habileté; à partir de la banque 2\u00a0: gagnés et, pour les scènes sans réponse, attendus',
      values: '1 à 100; manquant sous 6 scènes mesurées',
    },
    score_low: {
      meaning: 'Bas de la marge de 80\u00a0% de cette part',
      values: '1 à 100; manquant sous 6 scènes mesurées',
    },
    score_high: {
      meaning: 'Haut de la marge de 80\u00a0% de cette part',
      values: '1 à 100; manquant sous 6 scènes mesurées',
    },
    measure_bank: { meaning: 'Version de la banque dont viennent les mesures de la ligne', values: whole },
    scene: { meaning: 'Nom court de la scène, comme dans la matrice', values: 'texte' },
    place: { meaning: 'Place de la scène dans l’essai', values: `${whole} à partir de 1` },
    scenario: { meaning: 'Identifiant du scénario', values: 'texte' },
    world_version: { meaning: 'Version du monde du scénario', values: whole },
    scoring_version: { meaning: 'Version des règles de preuve', values: whole },
    how: { meaning: 'Fin de la scène', values: 'done, skipped, left' },
    eased: { meaning: 'Aide ouverte dès le début de la scène', values: yesNo },
    points: { meaning: 'Points de la scène', values: `${whole}; manquant si rien n’est mesuré` },
    points_possible: { meaning: 'Points possibles dans la scène', values: whole },
    active_ms: { meaning: 'Temps dans la scène, pauses et absences retirées', values: milliseconds },
    flags: {
      meaning: 'Marques de la scène, tirées du journal; elles restent après la décision du personnel',
      values: `${flags}; manquant si aucune`,
    },
    total_ms: { meaning: 'Temps du début à la fin de la scène, pauses comprises', values: milliseconds },
    first_action_ms: {
      meaning: 'Temps jusqu’à la première action, pauses retirées',
      values: `${milliseconds}; manquant s’il n’y en a pas`,
    },
    n_actions: { meaning: 'Actions acceptées', values: whole },
    n_undo: { meaning: 'Fois où «\u00a0Annuler\u00a0» a servi', values: whole },
    n_help: { meaning: 'Fois où l’aide a servi', values: whole },
    n_read_aloud: { meaning: 'Fois où «\u00a0Écouter\u00a0» a servi', values: whole },
    n_assist: { meaning: 'Coups de main de quelqu’un à côté', values: whole },
    n_app_switch: { meaning: 'Passages d’une application à une autre', values: whole },
    n_backtrack: { meaning: 'Retours à un endroit déjà quitté', values: whole },
    n_pause: { meaning: 'Pauses par le bouton', values: whole },
    idle_ms: { meaning: 'Temps sans action au-delà de 30 secondes, chaque fois', values: milliseconds },
    hidden_ms: { meaning: 'Temps où la page n’était pas à l’écran', values: milliseconds },
    variant_seed: {
      meaning: 'Variante\u00a0: noms, jours et valeurs; la difficulté reste la même',
      values: whole,
    },
    scene_input: {
      meaning: 'Façons de faire pendant la scène',
      values: 'keyboard, mouse, pen, touch, séparés par une espace',
    },
    zoom: {
      meaning: 'Agrandissement du texte ou de la page, arrondi vers le bas',
      values: '100, 125, 150, 200, 300, 400\u00a0%',
    },
    motion: { meaning: 'Réglage de mouvement de l’appareil', values: 'usual, reduced' },
    contrast: { meaning: 'Réglage de contraste de l’appareil', values: 'usual, more, forced' },
    age_group: {
      meaning: `Groupe d’âge que la personne a donné; ${background}`,
      values: `under-18, 18-24, 25-34, 35-44, 45-54, 55-64, 65-and-over; ${unanswered}`,
    },
    schooling: {
      meaning: `Plus haut diplôme que la personne a donné; ${background}`,
      values: `no-diploma, secondary, college, university, other; ${unanswered}`,
    },
    first_language: {
      meaning: `Première langue apprise dans l’enfance; ${background}`,
      values: `french, english, indigenous, other (aussi une langue signée), several (deux ou plus); ${unanswered}`,
    },
    computer_years: {
      meaning: `Années depuis lesquelles la personne utilise un ordinateur, une tablette ou un téléphone; ${background}`,
      values: `under-1, 1-5, 6-10, over-10; ${unanswered}`,
    },
  },
  notes: [
    'Une ligne par essai dans la matrice; une ligne par scène terminée dans les indicateurs; une ligne par item dans items; une ligne par comparaison et par item dans dif; une ligne par groupe de personnes et par étape dans wright. NA\u00a0: manquant, jamais zéro.',
    'Ne sont jamais dans ces tableaux\u00a0: le personnel qui essaie, les personnes de test, et les essais où rien n’a été répondu. items, dif et wright comptent chaque personne une fois, par son premier essai où il y a une réponse, et laissent de côté les scènes avec l’aide ouverte dès le début. Les essais mis à l’écart par le personnel n’y sont qu’avec --with-invalid.',
    'Une scène marquée not-tried ne compte dans aucune estimation tant que le personnel ne compte pas l’essai. items, dif, wright et calibrate laissent de côté les essais sans décision (held_for).',
    'Seuls y sont les essais des personnes qui ont accepté la recherche. Avec --purpose operational, tout le monde y est\u00a0: le tableau sert alors à mener l’activité, pas à la recherche.',
    'Aucun nom, aucune adresse et aucun texte écrit par une personne. Un pseudonyme ne se compare pas entre deux études.',
    'Un point montré par la troisième étape de l’aide n’est pas compté. Les indicateurs de processus ne donnent aucun point.',
    'Une scène avec l’aide ouverte dès le début a les mêmes règles; laissez-la de côté pour calibrer (colonnes _eased).',
    'Des difficultés qui sont des hypothèses d’experts\u00a0: version pilote. Les mesures changent avec la banque; measure_bank dit laquelle.',
    'Le temps ne dit pas l’habileté. Ne jugez jamais par le temps seul qui écoute les textes ou utilise un contacteur.',
    'Ces mesures ne servent ni à embaucher ni à décider d’une aide financière.',
  ],
};
