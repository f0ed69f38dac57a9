/** Nadia speaks and says « tu ». */
export const practiceFr = {
  'app.title': 'Pour essayer',
  progress: 'Étape {number} de {count}',

  'action.pass': 'Passer cette étape',
  'action.goOn': 'Continuer',
  'action.ok': 'OK',
  'action.erase': 'Effacer la note',

  'scroll.list': 'La liste',
  'open.messages': 'Les messages',
  'type.word': 'Le mot',
  'type.box': 'Écris ici',
  'undo.note': 'La note',

  'again.press': 'Essaie encore. Regarde ici.',
  'again.word': 'Essaie encore. Écris le mot montré.',
  'again.undo': 'Essaie encore. Le bouton Annuler est en haut.',

  'use.listen': 'Tu ne vois pas Écouter? Passe cette étape.',
  'use.pause': 'Sur un petit écran, Pause est dans Plus.',
  'use.text-size': 'La taille te va déjà? Passe cette étape.',

  'end.title': 'C’est tout.',
  'end.text': 'Appuie sur J’ai fini.',

  'said.done': 'C’est fait.',
  'said.passed': 'L’étape est passée.',
};
