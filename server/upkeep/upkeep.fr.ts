import type { UpkeepTexts } from './upkeep-texts.ts';

export const upkeepFr: UpkeepTexts = {
  copyNote: `SECRET_KEY n’est pas dans la copie, et sans elle, ce qui y est scellé est perdu\u00a0: garder les deux, loin l’une de l’autre.
Les clés des personnes, des études et des LMS sont dans la copie, scellées par elle. Qui a les deux peut tout lire.`,
  restoredUnreadable: (count) =>
    `La copie est en place, mais SECRET_KEY n’y ouvre pas tout ce qui est scellé (valeurs\u00a0: ${count}). Mettre la clé de son jour.`,
  restoredErased: (count) => `Effacé de nouveau, comme demandé après la copie (personnes\u00a0: ${count}).`,
  restoredTakenBack: (count) =>
    `Retiré de nouveau, comme demandé après la copie\u00a0: réponses sur la recherche (personnes\u00a0: ${count}).`,
  unknownList: 'Cette liste de personnes effacées n’existe pas.',
  applyOrDryRun: 'Donner --apply ou --dry-run, pas les deux.',
  rotateUnreadable: (count) =>
    `Aucune clé donnée n’ouvre tout (valeurs fermées\u00a0: ${count}). Mettre dans SECRET_KEY_PREVIOUS la clé qui les a scellées, puis recommencer.`,
  rotateToDo: 'Rien n’a été changé. --apply le fait.',
  rotateDone:
    'SECRET_KEY_PREVIOUS ne sert plus à rien ouvrir. Avant de la retirer, garder une copie de /xapi/keys pour les anciens reçus.',
  samePlace: '--from et --to nomment la même base.',
  moveBegun: 'Un déménagement vers cet endroit a été coupé. Le recommencer avec --restart.',
  moved:
    'Les deux contiennent la même chose. Le registre d’audit de la nouvelle dit aussi qu’elle a été déménagée. Nommer la nouvelle base dans DATABASE_URL, avec la même SECRET_KEY, et démarrer.',
  moveToDo: 'Rien n’a été écrit. La même commande avec --apply déménage ceci.',
  stages: {
    counting: 'compte',
    moving: 'écrit',
    comparing: 'compare',
    'reading-from': 'relit la source',
    'reading-to': 'relit la nouvelle base',
  },
};
