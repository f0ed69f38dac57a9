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
    'world.not-on-screen': 'l’écran ne l’offre pas à ce moment-là',
    'world.unknown-target': 'la scène n’a pas ce qu’il nomme',
    'world.unknown-app': 'la scène n’a pas cette application',
    'browser.no-note': 'le navigateur n’a pas de note à envoyer',
    'browser.no-answer': 'aucun choix n’est fait dans la note',
    'help.unknown-topic': 'l’aide n’a pas ce sujet',
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
  return name === 'found' && (params.fault === 'missing' || params.fault === 'other-kind');
}
