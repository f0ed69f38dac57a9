/** « Vous », as in real software. */
export const documentFr = {
  'app.title': 'Document',

  'lines.empty': 'Le document est vide. Ajoutez une phrase.',
  'lines.words.one': '{count} mot sur {most}',
  'lines.words.other': '{count} mots sur {most}',
  'line.edit': 'Modifier',
  'line.editThis': 'Modifier\u00A0: {text}',
  'line.remove': 'Enlever',
  'line.removeThis': 'Enlever\u00A0: {text}',
  'line.box': 'Phrase à modifier',
  'line.keep': 'Garder',
  'line.cancel': 'Ne rien changer',
  'add.title': 'Ajouter une phrase',
  'add.box': 'Écrivez une phrase',
  'add.go': 'Ajouter',
  'add.hint': 'Choisissez une phrase. Elle s’ajoute au document.',

  'note.title': 'Envoyer le document à {name}',
  'note.hint': 'Vous pouvez ajouter un mot.',
  'note.box': 'Écrivez un mot à {name}',
  'note.phrases': 'Phrases pour votre mot',
  'note.phrasesHint': 'Choisissez une phrase. Elle s’ajoute à votre mot.',
  'action.send': 'Envoyer à {name}',
  'sent.title': 'Envoyé à {name}',

  'problem.empty': 'Le document est vide. Ajoutez une phrase, puis envoyez-le.',
  'problem.line': 'Écrivez un mot, ou choisissez «\u00A0Ne rien changer\u00A0».',
  'problem.add': 'Écrivez une phrase, puis choisissez «\u00A0Ajouter\u00A0».',

  'said.changed': 'La phrase est changée.',
  'said.removed': 'La phrase est enlevée. Le bouton «\u00A0Annuler\u00A0» la ramène.',
  'said.added': 'La phrase est dans le document.',
  'said.noteAdded': 'La phrase est dans votre mot.',
  'said.sent': 'Le document est envoyé à {name}.',

  'cast.nadia': 'Nadia',
  'cast.samir': 'Samir',
  'cast.joyce': 'Joyce',
  'cast.marc': 'Marc',
  'cast.rosa': 'Rosa',
};
