export const connectionFr = {
  'title.moodle': 'Moodle n’a pas pu lire nos clés',
  'title.other': 'Votre plateforme n’a pas pu lire nos clés',
  text: 'D’ici là, ni le choix d’une activité ni les notes ne passent.',
  todo: 'Donnez ceci à la personne qui administre votre plateforme\u00a0:',
  'moodle.page':
    'Ouvrir «\u00a0Administration du site\u00a0», «\u00a0Général\u00a0», «\u00a0Sécurité\u00a0», «\u00a0Sécurité HTTP\u00a0».',
  'moodle.hosts': 'Dans curlsecurityblockedhosts, retirer ce qui couvre {host}.',
  'moodle.port': 'Dans curlsecurityallowedport, ajouter {port}.',
  'other.reach': 'Son serveur doit pouvoir joindre {host}, port {port}.',
  again: 'Vérifier encore',
};
