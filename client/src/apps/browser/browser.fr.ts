/** « Vous », as in real software. */
export const browserFr = {
  'app.title': 'Navigateur',

  'tabs.title': 'Onglets',
  'tabs.new': 'Nouvel onglet',
  'tabs.close': 'Fermer l’onglet',
  'tabs.home': 'Accueil',
  'tabs.results': 'Recherche\u00A0: {typed}',

  'go.back': 'Retour',
  'go.forward': 'Avancer',
  'go.home': 'Accueil',
  'go.more': 'Menu',
  'address.label': 'Adresse ou recherche',
  'address.go': 'Aller',

  'home.title': 'Chercher sur le Web',
  'home.favourites': 'Favoris',
  'search.label': 'Que cherchez-vous?',
  'search.button': 'Chercher',
  'search.suggestions': 'Suggestions',

  'results.title': 'Résultats pour «\u00A0{typed}\u00A0»',
  'results.count.one': '{count} résultat',
  'results.count.other': '{count} résultats',
  'results.none': 'Rien trouvé. Essayez d’autres mots.',
  'results.sponsored': 'Annonce',
  'results.newTab': 'Nouvel onglet',
  'results.newTabNamed': 'Ouvrir «\u00A0{title}\u00A0» dans un nouvel onglet',

  'page.menu': 'Menu du site',
  'page.notice': 'Avis',
  'page.advert': 'Annonce',
  'page.leadsTo': 'Mène à {address}',

  'find.open': 'Chercher dans la page',
  'find.label': 'Mot à trouver dans la page',
  'find.button': 'Trouver',
  'action.close': 'Fermer',
  'find.none': 'Ce mot n’est pas dans la page.',
  'find.found.one': 'Ce mot apparaît {count} fois dans la page.',
  'find.found.other': 'Ce mot apparaît {count} fois dans la page.',

  'note.open': 'Répondre à {name}',
  'note.close': 'Fermer la réponse',
  'note.source': 'Sur quelle page avez-vous lu la réponse?',
  'note.noSource': 'Ouvrez une page du Web. Elle apparaîtra ici.',
  'note.send': 'Envoyer',
  'note.sent': 'Votre réponse est partie. Vous pouvez en envoyer une autre.',

  'problem.choice': 'La réponse n’est pas partie. Choisissez d’abord une réponse.',
  'problem.search': 'Écrivez d’abord un mot.',
  'problem.tabs': 'Il y a déjà {count} onglets. Fermez-en un.',

  'said.page': 'Page affichée\u00A0: {title}',
  'said.tabClosed': 'Onglet fermé.',
  'said.sent': 'Réponse envoyée à {name}.',
  'cast.nadia': 'Nadia',
  'cast.samir': 'Samir',
  'cast.joyce': 'Joyce',
  'cast.marc': 'Marc',
  'cast.rosa': 'Rosa',
};
