import type { Misspelt } from './misspelt-settings.ts';
import type { SettingFault, SettingFaultKind } from './setting-faults.ts';
import type { OperatorLanguage } from './operator-language.ts';
import { counted } from './plural.ts';

type SystemFault =
  | 'listen EADDRINUSE'
  | 'listen EACCES'
  | 'listen EADDRNOTAVAIL'
  | 'getaddrinfo ENOTFOUND'
  | 'scandir ENOENT'
  | 'scandir ENOTDIR'
  | 'mkdir ENOENT'
  | 'mkdir EACCES'
  | 'mkdir ENOTDIR';

export interface StartRefusals {
  readonly settings: string;
  readonly faults: Readonly<Record<SettingFaultKind, (limit: string) => string>>;
  readonly misspelt: (near: string) => string;
  readonly colon: string;
  readonly system: Readonly<Record<SystemFault, (place: string) => string>>;
}

export const startRefusals: Readonly<Record<OperatorLanguage, StartRefusals>> = {
  fr: {
    settings: 'Les réglages ne sont pas utilisables\u00a0:',
    faults: {
      missing: () => 'manque',
      'too-short': (limit) =>
        `doit avoir au moins ${counted('fr', Number(limit), { one: 'caractère', other: 'caractères' })}`,
      'too-long': (limit) =>
        `doit avoir au plus ${counted('fr', Number(limit), { one: 'caractère', other: 'caractères' })}`,
      'too-small': (limit) => `doit valoir au moins ${limit}`,
      'too-large': (limit) => `doit valoir au plus ${limit}`,
      'not-whole-number': () => 'doit être un nombre entier',
      'not-one-of': (limit) => `doit être un de ces mots\u00a0: ${limit}`,
      'not-address': () => 'doit être une adresse qui commence par https://',
      'odd-characters': () => 'ne doit contenir que des lettres, des chiffres et - . _ ~ + / =',
      'not-https': () =>
        'doit être en https (http est pour les noms de cette machine, avec ALLOW_INSECURE_LOOPBACK=on)',
      'holds-credentials': () =>
        'ne doit contenir ni utilisateur ni mot de passe (ils vont dans LRS_KEY et LRS_SECRET)',
      'has-path': () => 'ne doit pas avoir de chemin',
      unusable: () => 'n’est pas utilisable',
    },
    misspelt: (near) => `n’est pas un réglage de NUM+. Tout près\u00a0: ${near}`,
    colon: '\u00a0: ',
    system: {
      'listen EADDRINUSE': (place) =>
        `Le port est pris\u00a0: un autre programme écoute à ${place}. L’arrêter, ou choisir un autre port.`,
      'listen EACCES': (place) =>
        `Ce compte n’a pas le droit d’écouter à ${place}. Choisir un port à partir de 1024.`,
      'listen EADDRNOTAVAIL': (place) =>
        `L’adresse n’est pas à cette machine\u00a0: ${place}. Vérifier HOST; 127.0.0.1 convient derrière un mandataire.`,
      'getaddrinfo ENOTFOUND': (place) => `Aucune machine ne porte ce nom\u00a0: ${place}. Vérifier HOST.`,
      'scandir ENOENT': (place) => `Il n’y a rien à cet endroit\u00a0: ${place}.`,
      'scandir ENOTDIR': (place) => `Ce n’est pas un dossier\u00a0: ${place}.`,
      'mkdir ENOENT': (place) => `Aucun dossier ne peut être créé ici\u00a0: ${place}. En choisir un autre.`,
      'mkdir EACCES': (place) => `Ce compte n’a pas le droit de créer ce dossier\u00a0: ${place}.`,
      'mkdir ENOTDIR': (place) => `Le chemin de ce dossier passe par un fichier\u00a0: ${place}.`,
    },
  },
  en: {
    settings: "The settings can't be used:",
    faults: {
      missing: () => 'is missing',
      'too-short': (limit) =>
        `must have at least ${counted('en', Number(limit), { one: 'character', other: 'characters' })}`,
      'too-long': (limit) =>
        `must have at most ${counted('en', Number(limit), { one: 'character', other: 'characters' })}`,
      'too-small': (limit) => `must be at least ${limit}`,
      'too-large': (limit) => `must be at most ${limit}`,
      'not-whole-number': () => 'must be a whole number',
      'not-one-of': (limit) => `must be one of ${limit}`,
      'not-address': () => 'must be an address that begins with https://',
      'odd-characters': () => 'must contain only letters, digits and - . _ ~ + / =',
      'not-https': () => 'must be https (http is for loopback names, with ALLOW_INSECURE_LOOPBACK=on)',
      'holds-credentials': () =>
        'must not contain a user name or password (they go in LRS_KEY and LRS_SECRET)',
      'has-path': () => 'must not have a path',
      unusable: () => 'cannot be used',
    },
    misspelt: (near) => `is not a setting of NUM+. Similar names: ${near}`,
    colon: ': ',
    system: {
      'listen EADDRINUSE': (place) =>
        `The port is in use: another program is listening at ${place}. Stop it, or choose another port.`,
      'listen EACCES': (place) =>
        `This account is not allowed to listen at ${place}. Choose port 1024 or higher.`,
      'listen EADDRNOTAVAIL': (place) =>
        `This machine does not have the address ${place}. Check HOST; 127.0.0.1 works behind a proxy.`,
      'getaddrinfo ENOTFOUND': (place) => `No machine has this name: ${place}. Check HOST.`,
      'scandir ENOENT': (place) => `There is nothing at this place: ${place}.`,
      'scandir ENOTDIR': (place) => `This is not a folder: ${place}.`,
      'mkdir ENOENT': (place) => `No folder can be made here: ${place}. Choose another one.`,
      'mkdir EACCES': (place) => `This account is not allowed to make this folder: ${place}.`,
      'mkdir ENOTDIR': (place) => `The path of this folder leads through a file: ${place}.`,
    },
  },
};

export function explainFault({ setting, kind, limit }: SettingFault, language: OperatorLanguage): string {
  const { faults, colon } = startRefusals[language];
  return `${setting}${colon}${faults[kind](limit)}`;
}

export function explainSettings(
  { faults, misspelt }: { readonly faults: readonly SettingFault[]; readonly misspelt: readonly Misspelt[] },
  language: OperatorLanguage,
): string {
  const texts = startRefusals[language];
  const lines = [
    ...faults.map((one) => explainFault(one, language)),
    ...misspelt.map(({ setting, near }) => `${setting}${texts.colon}${texts.misspelt(near.join(', '))}`),
  ];
  return `${texts.settings}\n  ${lines.join('\n  ')}`;
}

export interface SystemRefusal {
  readonly syscall: string;
  readonly code?: string;
  readonly path?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Undefined if the system's own message says it best. */
export function explainSystem(refusal: SystemRefusal, language: OperatorLanguage): string | undefined {
  const { syscall, code = '', path, hostname, address = '', port = '' } = refusal;
  const known = Object.entries(startRefusals[language].system).find(([key]) => key === `${syscall} ${code}`);
  return known?.[1](path ?? hostname ?? `${address}:${port}`);
}
