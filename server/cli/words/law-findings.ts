/** What `scenario check` says about the laws of a scored point; docs/authors explains each law. */
import type { OperatorLanguage } from '../../base/operator-language.ts';
import { findingValues, isWorded } from './finding-values.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsFr } from './refusals.fr.ts';
import { findingSentences } from './scenario-findings.ts';
import type { Problem } from '../../../scenarios/kit/yaml-source.ts';

const played = {
  fr: 'Partie {play}, variante {variant}, {language}\u00A0: {actions}',
  en: 'Play {play}, variant {variant}, {language}: {actions}',
} as const;

export const lawNames: Readonly<Record<OperatorLanguage, Readonly<Record<number, string>>>> = {
  fr: {
    1: 'plancher',
    2: 'hasard',
    3: 'tactiques',
    4: 'paires',
    5: 'dans le but',
    6: 'jamais à rebours',
    7: 'un geste, un point',
    8: 'tous les chemins',
    9: 'aide sans clé',
    10: 'mots',
    11: 'permis et courant',
    12: 'parité',
    13: 'variantes',
  },
  en: {
    1: 'floor',
    2: 'chance',
    3: 'tactics',
    4: 'pairs',
    5: 'in the goal',
    6: 'monotone',
    7: 'one act, one point',
    8: 'every route',
    9: 'help gives no key',
    10: 'words',
    11: 'lawful and usual',
    12: 'parity',
    13: 'variants',
  },
};

const sentences: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: {
    'law.floor-at-once': `{rule} donne un point à qui choisit «\u00A0J’ai fini\u00A0» tout de suite.`,
    'law.floor-opened': `{rule} donne un point à qui ouvre tout et ne décide rien. ${played.fr}`,
    'law.chance': `Au hasard, {length} gestes donnent {percent}\u00A0% des points en moyenne; {most}\u00A0% au plus. ${played.fr}`,
    'law.chance-rule': `Au hasard, {length} gestes donnent {rule} dans {percent}\u00A0% des cas; {most}\u00A0% au plus. ${played.fr}`,
    'law.tactic': `La tactique {play} donne {points} point(s) en {dimension} ({rules}); {most} au plus. ${played.fr}`,
    'law.tactic-unknown': `{name} n’a pas d’actions et n’est pas une tactique que fait la vérification.`,
    'law.tactic-generous': `{name} peut donner {allowed} point(s) en {dimension}; c’est plus de la moitié, {most} au plus.`,
    'law.pair-alarmed': `{rule} se gagne aussi en traitant le jumeau inoffensif comme le danger. ${played.fr}`,
    'law.pair-blind': `{rule} se gagne aussi en traitant le danger comme son jumeau inoffensif. ${played.fr}`,
    'law.pair-untried': `Aucun chemin ne permet de traiter {ids} de la même façon\u00A0: la paire de {rule} ne prouve rien.`,
    'law.goal-none': `{rule} ne nomme aucune ligne du but\u00A0: ajouter \`goal\`.`,
    'law.goal-unknown': `{rule} nomme {goal}; les lignes du but sont {goals}.`,
    'law.goal-idle': `Aucune règle ne demande {goal}.`,
    'law.goal-route-none': `Aucun chemin n’a \`goalsOnly: true\`.`,
    'law.goal-route-helped': `{play} suit les buts seulement, mais prend de l’aide ou écoute une introduction.`,
    'law.monotone-look': `{rule} se gagne par le geste {action}, qui ne fait que regarder. ${played.fr}`,
    'law.monotone-slip': `{rule} ne se gagne dans aucun chemin sans idée fausse.`,
    'law.monotone-loss': `{play} perd {rules} au geste {action}. Une erreur corrigée demande \`corrects: true\`. ${played.fr}`,
    'law.one-act': `{rule} et {other} ont le même résultat dans {plays} parties\u00A0: c’est une seule règle.`,
    'law.routes-few': `Il y a {routes} chemin(s); il en faut {fewest}.`,
    'law.route-twice': `{play} a le nom ou les gestes d’un autre chemin.`,
    'law.route': `Le chemin {play} n’obtient pas {rules}. ${played.fr}`,
    'law.play-refused': `Dans {play} (variante {variant}, {language}), le geste {action} est refusé\u00A0: {refusal}.`,
    'law.help-points': `L’étape 2 de {topic} montre {where}, une chose parmi {like} que les règles distinguent.`,
    'law.help-names': `{key} ({language}) nomme «\u00A0{name}\u00A0», que les règles distinguent et que le but ne dit pas.`,
    'law.help-click': `Après les étapes 1 et 2 de l’aide, le premier geste donne {points} point(s) en {dimension} ({rules}). ${played.fr}`,
    'law.words': `{rule} lit un texte tapé\u00A0: nommer ses \`corpora\`.`,
    'law.variants': `{play} donne «\u00A0{here}\u00A0» en {variant} ({language}) et «\u00A0{there}\u00A0» en {otherVariant} ({otherLanguage}).`,
    'law.variants-one': `La scène n’a qu’une variante.`,
    'law.date': `«\u00A0{date}\u00A0» est écrit en toutes lettres; une date vient du début de l’essai.`,
  },
  en: {
    'law.floor-at-once': `{rule} gives a point for ending at once.`,
    'law.floor-opened': `{rule} gives a point for opening everything and deciding nothing. ${played.en}`,
    'law.chance': `{length} random actions earn {percent}% of the points on average, at most {most}%. ${played.en}`,
    'law.chance-rule': `{length} random actions earn {rule} in {percent}% of {walks} walks, at most {most}%. ${played.en}`,
    'law.tactic': `The tactic {play} earns {points} in {dimension} ({rules}), at most {most}. ${played.en}`,
    'law.tactic-unknown': `{name} has no actions and is not a tactic that the check makes.`,
    'law.tactic-generous': `{name} may earn {allowed} in {dimension}; that is more than half, at most {most}.`,
    'law.pair-alarmed': `{rule} is also earned by treating the harmless twin like the danger. ${played.en}`,
    'law.pair-blind': `{rule} is also earned by treating the danger like its harmless twin. ${played.en}`,
    'law.pair-untried': `No route can treat {ids} alike: the pair of {rule} proves nothing.`,
    'law.goal-none': `{rule} names no line of the goal: add \`goal\`.`,
    'law.goal-unknown': `{rule} names {goal}; the lines of the goal are {goals}.`,
    'law.goal-idle': `No rule asks for {goal}.`,
    'law.goal-route-none': `No route has \`goalsOnly: true\`.`,
    'law.goal-route-helped': `{play} follows the goals alone, but takes help or listens to an introduction.`,
    'law.monotone-look': `{rule} is earned by action {action}, which only looks. ${played.en}`,
    'law.monotone-slip': `No route earns {rule} without a misconception.`,
    'law.monotone-loss': `{play} loses {rules} at action {action}. A slip put right needs \`corrects: true\`. ${played.en}`,
    'law.one-act': `{rule} and {other} have the same outcome in {plays} plays: they are one rule.`,
    'law.routes-few': `There are {routes} routes; {fewest} are needed.`,
    'law.route-twice': `{play} has the name or the actions of another route.`,
    'law.route': `The route {play} does not earn {rules}. ${played.en}`,
    'law.play-refused': `In {play} (variant {variant}, {language}), action {action} is refused: {refusal}.`,
    'law.help-points': `Step 2 of {topic} points at {where}, one of {like} things that the rules tell apart.`,
    'law.help-names': `{key} ({language}) names “{name}”, which the rules tell apart and the goal does not say.`,
    'law.help-click': `After help steps 1 and 2, the first press earns {points} in {dimension} ({rules}). ${played.en}`,
    'law.words': `{rule} reads typed text: name its \`corpora\`.`,
    'law.variants': `{play} earns “{here}” in {variant} ({language}) and “{there}” in {otherVariant} ({otherLanguage}).`,
    'law.variants-one': `The scene has one variant only.`,
    'law.date': `“{date}” is written out; a date comes from the attempt's start.`,
  },
};

const refusals: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: refusalsFr,
  en: refusalsEn,
};

/** The finding as a sentence; one that has none, as its code and parameters. */
export function explainFinding(problem: Problem, language: OperatorLanguage): string {
  const { code, params } = problem;
  const known = { ...findingSentences[language], ...sentences[language] };
  const sentence = known[`${code}.${String(params.fault)}`] ?? known[code];
  if (sentence === undefined) return `${code} ${JSON.stringify(params)}`;
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(params[name] ?? whole);
    if (value === '') return '–';
    if (name === 'refusal') return refusals[language][value] ?? value;
    return isWorded(problem, name) ? (findingValues[language][value] ?? value) : value;
  });
  const law = Number(params.law);
  const name = lawNames[language][law];
  if (name === undefined) return filled;
  const space = language === 'fr' ? '\u00A0' : '';
  return `${language === 'fr' ? 'loi' : 'law'} ${law} (${name})${space}: ${filled}`;
}
