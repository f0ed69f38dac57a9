/** Values of findings that are words themselves: kinds of values, rules of typesetting, what a format asks for. */
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
    'an id has small letters, digits and hyphens':
      'un identifiant a des minuscules sans accent, des chiffres et des traits d’union',
    'a text key has small letters, digits and hyphens, joined by dots, such as browser.w2.hours.2':
      'une clé de texte a des minuscules sans accent, des chiffres et des traits d’union, joints par des points, comme browser.w2.hours.2',
    'a name has letters and digits and begins with a small letter':
      'un nom a des lettres sans accent et des chiffres, et commence par une minuscule',
    'a vocabulary or a corpus has a folder and a version, such as answer/v1':
      'un vocabulaire ou un corpus a un dossier et une version, comme answer/v1',
    'a typed text cannot hold the mark of an erased one':
      'un texte tapé ne contient pas la marque d’un texte effacé',
    'a shelf has a capital letter and two digits, such as B07':
      'une étagère a une majuscule et deux chiffres, comme B07',
    'a row has one to six places: b, p or a dot': 'une rangée a une à six places\u00A0: b, p ou un point',
    'must be one line that can be seen': 'il faut une ligne, sans signe invisible',
    'Invalid input': 'aucune des formes permises ici ne convient',
    'Invalid email address': 'il faut une adresse de courriel',
    'Invalid URL': 'il faut une adresse qui commence par http:// ou https://',
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
    'Invalid input': 'none of the forms allowed here fits',
    'Invalid email address': 'an email address is needed',
    'Invalid URL': 'an address that begins with http:// or https:// is needed',
  },
};

/** An id may be spelled like one of these values, so only these places are looked up. */
export function isWorded({ code, params }: Problem, name: string): boolean {
  if (name === 'rule') return code === 'text.typesetting';
  const worded: readonly unknown[] = ['missing', 'other-kind', 'other'];
  return name === 'found' && code === 'file.not-as-the-format' && worded.includes(params.fault);
}
