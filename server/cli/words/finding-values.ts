/** Values of findings that are words themselves: kinds of values, rules of typesetting, refusals of a world. */
import type { Problem } from '../../../scenarios/kit/yaml-source.ts';
import type { OperatorLanguage } from '../../base/operator-language.ts';

export const findingValues: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: {
    string: 'un texte',
    number: 'un nombre',
    int: 'un nombre entier',
    boolean: 'true ou false',
    array: 'une liste',
    object: 'des clés en retrait',
    record: 'des clés en retrait',
    apostrophe: 'une apostrophe courbe (’)',
    spaces: 'pas d’espace double, ni au début ni à la fin',
    'no space before punctuation': 'pas d’espace avant la ponctuation',
    'non-breaking space before the colon': 'une espace insécable (\\_) avant le deux-points',
    'non-breaking space before % and $': 'une espace insécable (\\_) avant % et $',
    'non-breaking space inside « »': 'une espace insécable (\\_) à l’intérieur de « »',
    'no space before ; ! ?': 'pas d’espace avant ; ! ?',
    'quotation marks « »': 'des guillemets « »',
    'non-breaking space before h': 'une espace insécable (\\_) avant h',
    'non-breaking space between a number and its unit':
      'une espace insécable (\\_) entre un nombre et son unité',
    'world.not-on-screen': 'l’écran ne l’offre pas à ce moment-là',
    'world.unknown-target': 'la scène n’a pas ce qu’il nomme',
    'world.unknown-app': 'la scène n’a pas cette application',
    'browser.no-note': 'le navigateur n’a pas de note à envoyer',
    'browser.no-answer': 'aucun choix n’est fait dans la note',
    'help.unknown-topic': 'l’aide n’a pas ce sujet',
    'an id has small letters, digits and hyphens':
      'un identifiant a des minuscules sans accent, des chiffres et des traits d’union',
    'a text key is small words joined by dots':
      'une clé de texte a des mots en minuscules, joints par des points',
    'must be an address that begins with https:// and holds no name or password':
      'il faut une adresse qui commence par https://, sans nom ni mot de passe',
    'must go from a lower level to a higher one, or the same':
      'il faut aller d’un niveau vers le même ou un plus haut',
    'is the name of a feature that every text has': 'ce nom est déjà celui d’un trait que chaque texte a',
    'a misconception of harm 3 or more names its item':
      'une idée à discuter dont «\u00A0harm\u00A0» est 3 ou plus nomme son item',
    'there is one standard error for each step': 'il faut une erreur type pour chaque pas',
    'a calibrated item says how many persons answered it, a guess does not':
      'un item calibré dit combien de personnes y ont répondu, une estimation d’experts non',
    'the cuts rise': 'les seuils vont en montant',
    'every slope is 1 in the partial credit model': 'dans le modèle à crédit partiel, chaque pente est 1',
  },
  en: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'indented keys',
    record: 'indented keys',
    apostrophe: 'a curly apostrophe (’)',
    spaces: 'no double space, and none at the start or end',
    'non-breaking space before the colon': 'a non-breaking space (\\_) before the colon',
    'non-breaking space before % and $': 'a non-breaking space (\\_) before % and $',
    'non-breaking space inside « »': 'a non-breaking space (\\_) inside « »',
    'non-breaking space before h': 'a non-breaking space (\\_) before h',
    'non-breaking space between a number and its unit':
      'a non-breaking space (\\_) between a number and its unit',
    'world.not-on-screen': 'the screen does not offer it at that moment',
    'world.unknown-target': 'the scene does not have what it names',
    'world.unknown-app': 'the scene does not have this app',
    'browser.no-note': 'the browser has no note to send',
    'browser.no-answer': 'nothing is chosen in the note',
    'help.unknown-topic': 'help has no such topic',
  },
};

/** An id may be spelled like one of these values, so only these places are looked up. */
export function isWorded({ code, params }: Problem, name: string): boolean {
  if (name === 'refusal') return true;
  if (name === 'rule') return code === 'text.typesetting';
  const worded: readonly unknown[] = ['missing', 'other-kind', 'other'];
  return name === 'found' && code === 'file.not-as-the-format' && worded.includes(params.fault);
}
