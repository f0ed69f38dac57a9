/** Nadia speaks and says « tu ». */
export const practiceFr = {
  'app.title': 'Pour essayer',
  progress: 'Étape {number} sur {count}',

  'action.pass': 'Passer cette étape',
  'action.goOn': 'Continuer',
  'action.ok': 'OK',
  'action.erase': 'Effacer la note',

  'scroll.list': 'La liste',
  'open.messages': 'Les messages',
  'type.word': 'Le mot',
  'type.box': 'Écris ici',
  'undo.note': 'La note',

  'again.press': 'Essaie encore.',
  'again.word': 'Écris «\u00A0{word}\u00A0».',
  'again.undo': '«\u00A0Annuler\u00A0» est en haut.',

  'use.picture': 'Cherche cette image sur un bouton.',
  'use.listen.none': 'Cet appareil n’a pas de voix.',
  'use.listen.picture': '«\u00A0Écouter\u00A0» a cette image.',
  'use.listen': 'Tu ne vois pas «\u00A0Écouter\u00A0»? Passe cette étape.',
  'use.more': 'Le bouton est dans «\u00A0Plus\u00A0».',
  'use.text-size': 'Le texte est déjà assez gros? Passe cette étape.',

  'end.title': 'C’est tout.',
  'end.text': 'Appuie sur «\u00A0J’ai fini\u00A0».',

  'said.done': 'C’est fait.',
  'said.passed': 'L’étape est passée.',
};
