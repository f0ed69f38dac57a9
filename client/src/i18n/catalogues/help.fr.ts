/** The cast says « tu ». */
export const helpFr = {
  'help.title': 'Aide',
  'help.close': 'Fermer l’aide',
  'help.choose': 'Sur quoi veux-tu de l’aide?',
  'help.where': 'Montre-moi où',
  'help.how': 'Montre-moi comment',
  'help.following': 'Conseil suivant',
  'help.others': 'Autre question',
  'help.pointing': 'Je te montre où regarder.',
  'help.way': 'Commence par ce que je te montre.',
  'help.way.then': 'La suite vient après.',
  'help.how.before.practice': 'Je peux te montrer chaque geste.',
  'help.how.before':
    'Je peux te montrer chaque geste. Cette partie ne donnera pas de points. C’est correct, tu apprends.',
  'help.how.yes': 'Oui, montre-moi',
  'help.how.no': 'Non, j’essaie encore',
  'help.how.steps': 'Voici comment faire :',

  'offer.title': 'Quelqu’un à côté de toi?',
  'offer.1': 'Ces gestes s’apprennent. Tu peux jouer avec une personne à côté de toi.',
  'offer.2': 'Elle peut lire et cliquer pour toi. Ton résultat ne baisse pas.',
  'offer.3': 'Si tu dis oui, l’aide sera ouverte dès le début.',
  'offer.accept': 'Oui, avec quelqu’un',
  'offer.decline': 'Non, je continue',
} as const;
