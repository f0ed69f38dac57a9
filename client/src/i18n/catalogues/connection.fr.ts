export const connectionFr = {
  'title.moodle': 'Moodle n’a pas pu lire nos clés',
  'title.other': 'Votre plateforme n’a pas pu lire nos clés',
  text: 'En attendant, on ne peut ni choisir une activité ni recevoir de notes.',
  todo: 'Donnez ceci à la personne qui administre votre plateforme\u00a0:',
  'moodle.page':
    'Ouvrir «\u00a0Administration du site\u00a0», «\u00a0Général\u00a0», «\u00a0Sécurité\u00a0», «\u00a0Sécurité HTTP\u00a0».',
  'moodle.hosts': 'Dans curlsecurityblockedhosts, retirer ce qui bloque {host}.',
  'moodle.port': 'Dans curlsecurityallowedport, vérifier que {port} y est, sur sa propre ligne.',
  'moodle.other':
    'Autre cause possible\u00a0: l’adresse des clés dans l’outil, ou le pare-feu ou le certificat de {host}.',
  'other.reach': 'Le serveur de la plateforme doit pouvoir joindre {host}, port {port}.',
  again: 'Vérifier de nouveau',
};
