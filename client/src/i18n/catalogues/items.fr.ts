export const itemsFr = {
  title: 'L’activité mesure-t-elle bien?',
  back: 'Retour à la liste',
  loading: 'On calcule…',
  print: 'Imprimer',
  lead: 'Pour l’équipe qui prépare le contenu. Ces chiffres n’aident pas à accompagner une personne. Chaque personne compte une fois, par son premier essai.',
  pilot: 'Version pilote : les difficultés de la banque {version} sont des hypothèses de spécialistes.',
  'few.one':
    'Ajustement non jugé, moins de {fewest} personnes : {count} item sur {played}. Ses chiffres bougeront encore.',
  'few.other':
    'Ajustement non jugé, moins de {fewest} personnes : {count} items sur {played}. Leurs chiffres bougeront encore.',
  partial: 'Seuls les {count} premiers essais sont lus ici. La commande « export items » les lit tous.',
  masked: '« – » : moins de 10 personnes, ou rien à compter. Rien n’est montré de si petits groupes.',
  persons: 'Personnes',
  none: '–',

  'items.title': 'Les items, un à un',
  'items.text':
    'Un item, c’est une dimension dans une scène. Ses étapes sont ses points, du premier au dernier. Infit et outfit disent si les réponses sont comme prévu. Près de 1, oui; loin de 1, elles surprennent. Lien avec le reste près de 0 : l’item mesure peut-être autre chose.',
  'items.caption': 'Les points à chaque item',
  'items.item': 'Item',
  'items.label': '{label} :',
  'items.shares': 'Part de chaque nombre de points',
  'items.share': '{points} : {share} %',
  'items.share.none': '{points} : –',
  'items.mean': 'Points moyens',
  'items.ordered': 'Ordre des étapes',
  'items.ordered.yes': 'en ordre',
  'items.ordered.no': 'à revoir',
  'items.fit': 'Réponses prévues (infit · outfit)',
  'items.misfit': 'surprend, hors de 0,7–1,3',
  'items.rest': 'Lien avec le reste',
  'items.unplayed': 'Pas encore joués ici : {names}',

  'q3.title': 'Items qui se ressemblent trop',
  'q3.text':
    'Parfois, les réponses à deux items vont ensemble plus que le niveau ne l’explique (Q3). Alors ils se ressemblent trop.',
  'q3.none': 'Aucune paire à signaler.',
  'q3.pair': '{first} et {second} : Q3 de {q3}, {persons} personnes',

  'dif.title': 'Équité entre groupes',
  'dif.text':
    'Un item est-il plus difficile pour un groupe? On compare des personnes de même habileté à tous les autres items. Classe A : différence négligeable; B : modérée; C : grande, à revoir. Sans classe : moins de 200 personnes dans un groupe. Une différence sous zéro : plus difficile pour le second groupe. Une petite probabilité (p) : le hasard l’explique mal.',
  'dif.language': 'Français et anglais',
  'dif.input': 'Souris ou clavier, et toucher',
  'dif.read-aloud': 'Sans et avec lecture à voix haute',
  'dif.count': '{reference} et {focal} personnes',
  'dif.none': 'Trop peu de personnes d’un côté pour comparer.',
  'dif.size': 'Différence',
  'dif.class': 'Classe',
  'dif.p': 'p',
  'dif.p.less': '< {least}',

  'wright.title': 'Personnes et étapes sur une même échelle',
  'wright.text':
    'À gauche, les personnes. À droite, les étapes des items joués ici. Plus haut : plus d’habileté, plus difficile. L’unité de cette échelle est le logit. Une étape à la même hauteur qu’une personne : une chance sur 2.',
  'wright.range': 'Échelle (logits)',
  'wright.steps': 'Étapes',
  'wright.which': 'Quelles étapes, de la plus difficile à la plus facile',
  'wright.names': 'Item et étape',
  'wright.between': '{from} à {to}',
  'wright.caption': 'Nombre de personnes et d’étapes par demi-logit',

  'reliability.title': 'Fidélité',
  'reliability.text':
    'De 0 à 1. Plus c’est haut, mieux la mesure distingue les personnes. EAP et WLE sont 2 façons de calculer la même mesure.',
  'reliability.caption': 'Fidélité de la mesure parmi ces personnes',
  'reliability.of': 'Mesure',
  'reliability.overall': 'Globale',
  'reliability.eap': 'EAP',
  'reliability.wle': 'WLE',

  use: 'Ces chiffres décrivent des items, jamais une personne. Ils ne servent ni à embaucher ni à décider d’une aide financière.',
  'link.title': 'La qualité de la mesure',
  'link.text':
    'Pour l’équipe qui prépare le contenu. On y voit ce qui est difficile, ce qui surprend, et l’équité entre groupes.',
  'link.go': 'Voir ces chiffres',
} as const satisfies Record<string, string>;
