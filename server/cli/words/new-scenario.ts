import { join } from 'node:path';
import type { OperatorLanguage } from '../../base/operator-language.ts';

export interface Begun {
  readonly target: string;
  readonly dir: string;
  readonly id: string;
  /** The folder was begun too. */
  readonly isFirst: boolean;
}

export interface NewScenarioWords {
  readonly noApp: (known: string) => string;
  readonly unknownApp: (app: string, known: string) => string;
  readonly badId: (id: string) => string;
  readonly exists: (folder: string) => string;
  readonly noForms: (folder: string) => string;
  readonly done: (begun: Begun) => string;
}

export const newScenarioWords: Readonly<Record<OperatorLanguage, NewScenarioWords>> = {
  fr: {
    noApp: (known) =>
      `Choisissez au moins une application, comme dans «\u00A0--app mail\u00A0»\u00A0: ${known}.`,
    unknownApp: (app, known) =>
      `Aucune application ne s’appelle «\u00A0${app}\u00A0». Choisissez parmi ${known}.`,
    badId: (id) =>
      `«\u00A0${id}\u00A0» ne peut pas servir d’identifiant. Écrivez de petites lettres, des chiffres et des traits d’union, comme x10-stationnement.`,
    exists: (folder) => `${folder} existe déjà. Choisissez un autre identifiant; rien n’a été changé.`,
    noForms: (folder) =>
      `${folder} contient déjà autre chose, mais pas forms.yaml. Choisissez un dossier vide avec --dir; rien n’a été changé.`,
    done: ({ target, dir, id, isFirst }) =>
      [
        `${target} est prêt. Rien n’y est mesuré pour l’instant.`,
        ...(isFirst
          ? [
              `${dir} contient aussi deux exemples complets\u00A0: x01-thanks, et x02-two-warnings que jugent les lois.`,
            ]
          : [
              `Pour la jouer dans un cours, ajoutez ${id} à un parcours de ${join(dir, 'forms.yaml')}. Quand elle mesurera, ajoutez ses items à la banque de ce parcours, dans ${join(dir, 'banks')}.`,
            ]),
        `Voir\u00A0:       ./bin/numplus.js scenario play ${join(dir, id)}`,
        `Vérifier\u00A0:   ./bin/numplus.js scenario check --dir ${dir}`,
      ].join('\n'),
  },
  en: {
    noApp: (known) => `Choose at least one app, as in “--app mail”: ${known}.`,
    unknownApp: (app, known) => `No app is called “${app}”. Choose from ${known}.`,
    badId: (id) => `“${id}” cannot be an id. Write small letters, digits and hyphens, such as x10-parking.`,
    exists: (folder) => `${folder} already exists. Choose another id; nothing was changed.`,
    noForms: (folder) =>
      `${folder} already contains other things, but no forms.yaml. Choose an empty folder with --dir; nothing was changed.`,
    done: ({ target, dir, id, isFirst }) =>
      [
        `${target} is ready. It measures nothing yet.`,
        ...(isFirst
          ? [
              `${dir} also contains two full examples: x01-thanks, and x02-two-warnings, which the laws judge.`,
            ]
          : [
              `To play it in a course, add ${id} to a form in ${join(dir, 'forms.yaml')}. Once it measures, add its items to the bank of that form, in ${join(dir, 'banks')}.`,
            ]),
        `See it:    ./bin/numplus.js scenario play ${join(dir, id)}`,
        `Check it:  ./bin/numplus.js scenario check --dir ${dir}`,
      ].join('\n'),
  },
};
