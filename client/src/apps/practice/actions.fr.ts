/** Actions in this app, for the timeline of a review. */
export const actionsFr = {
  'do.desk.open-app.practice': 'A ouvert la page pour essayer',
  'do.practice.press': 'A choisi « {thing} »',
  'do.practice.press.unnamed': 'A choisi une chose',
  'do.practice.miss': 'A appuyé à côté',
  'do.practice.go-on': 'A lu le message et continué',
  'do.practice.enter.word': 'A écrit le mot montré',
  'do.practice.enter.other': 'A écrit autre chose que le mot montré',
  'do.practice.enter.empty': 'A laissé la case vide',
  'do.practice.erase': 'A effacé la note',
  'do.practice.use.listen': 'A essayé Écouter',
  'do.practice.use.pause': 'A essayé Pause',
  'do.practice.use.text-size': 'A essayé la taille du texte',
  'do.practice.pass': 'A passé l’étape « {step} »',
  'do.practice.pass.unnamed': 'A passé une étape',
} as const;
