export const resourcesFr = {
  title: 'Ressources proposées après le jeu',
  back: 'Retour à la liste',
  loading: 'On cherche les ressources…',
  lead: 'Le rapport d’une personne propose 2 ressources au plus. Elles suivent ses dimensions et son niveau.',
  order: 'Quand plusieurs conviennent, la première de la liste est proposée.',
  'source.starter': 'Votre organisme utilise la liste de départ de NUM+.',
  'source.own': 'Votre organisme utilise sa propre liste.',

  'check.title': 'À vérifier',
  'check.none':
    'Rien ne manque. Chaque dimension a une ressource à chaque niveau, en français et en anglais.',
  'check.all': '{dimension} : rien, à aucun niveau.',
  'check.level': '{dimension} : rien pour le niveau {level}.',
  'check.levels': '{dimension} : rien pour les niveaux {levels}.',
  'check.same-words': '{title} : les mêmes mots en français et en anglais. À traduire?',
  'check.same-address':
    '{title} : la même adresse dans les 2 langues. Vérifiez que la page existe dans les 2 langues.',

  'for.level': 'Niveau {from}, « {low} »',
  'for.levels': 'Niveaux {from} à {to}, de « {low} » à « {high} »',
  'for.nobody': 'Rien pour cette dimension.',
  'kind.website': 'Site web',
  'kind.course': 'Cours',
  'kind.workshop': 'Atelier',
  'kind.place': 'Lieu',
  'kind.person': 'Personne',
  'in.fr': 'En français, la personne lit',
  'in.en': 'En anglais, la personne lit',

  'change.title': 'Changer cette liste',
  'change.text':
    'Parlez à la personne qui gère NUM+ dans votre organisme. Donnez-lui un nom, une phrase, et une adresse ou un lieu. Il faut le français et l’anglais.',
  'change.operator': 'Pour cette personne : les commandes « resources check » et « resources load ».',

  'link.title': 'Ressources',
  'link.text': 'Voyez ce que le rapport propose après le jeu.',
  'link.go': 'Voir les ressources',
} as const satisfies Record<string, string>;
