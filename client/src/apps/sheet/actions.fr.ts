/** Actions in this app, for the timeline of a review. */
export const actionsFr = {
  'do.desk.open-app.sheet': 'A ouvert le chiffrier',
  'do.sheet.enter-number': 'A mis un nombre dans la colonne « {column} »',
  'do.sheet.enter-formula': 'A mis une formule dans la colonne « {column} »',
  'do.sheet.write': 'A écrit un texte dans une cellule ({words} mots)',
  'do.sheet.write.one': 'A écrit un texte dans une cellule (1 mot)',
  'do.sheet.write.none': 'A effacé le texte d’une cellule',
  'do.sheet.write.unnamed': 'A écrit un texte dans une cellule',
  'do.sheet.clear': 'A vidé une cellule de la colonne « {column} »',
  'do.sheet.sum': 'A choisi « Somme » dans la colonne « {column} »',
  'do.sheet.sort.table': 'A trié tout le tableau par « {column} »',
  'do.sheet.sort.column': 'A trié la colonne « {column} » seulement',
  'do.sheet.flag': 'A signalé un problème dans une ligne',
  'do.sheet.unflag': 'A retiré un signalement',
  'do.sheet.answer': 'A répondu « {choice} »',
} as const;
