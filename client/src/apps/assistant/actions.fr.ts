export const actionsFr = {
  'do.desk.open-app.assistant': 'A ouvert l’assistant IA',
  'do.assistant.add-phrase': 'A choisi la phrase « {phrase} »',
  'do.assistant.remove-phrase': 'A retiré la phrase « {phrase} »',
  'do.assistant.write.one': 'A écrit une demande ({count} mot)',
  'do.assistant.write.other': 'A écrit une demande ({count} mots)',
  'do.assistant.write.none': 'A effacé sa demande',
  'do.assistant.write.unnamed': 'A écrit une demande',
  'do.assistant.send': 'A envoyé une demande à l’assistant IA',
} as const;
