/** Chapters 8 and 9 of the impact assessment. */
import { type Block, box, confirm, h1, type Line, p, type Role, table } from '../blocks.ts';
import { kitWords } from '../kit-words.ts';

type Level = 'faible' | 'moyen' | 'élevé';

export function risksFr(): Block[] {
  return [...risks(), ...plan()];
}

function risks(): Block[] {
  return [
    h1('8. Les risques'),
    p(
      'Un niveau tient compte de la gravité pour la personne et de la probabilité. «\u00a0Avant\u00a0» est sans aucune mesure. «\u00a0Ce qui reste\u00a0» est une proposition, une fois les mesures des deux colonnes prises. **Cochez si vous êtes d’accord, ou corrigez.**',
    ),
    table(
      [5, 2, 6, 5, 3],
      ['risque', 'avant', 'mesures du programme', 'ce qui revient à l’organisme', 'ce qui reste (à cocher)'],
      risk(
        'Le résultat sert à décider d’un emploi ou d’une aide',
        'élevé',
        'La page et la note disent que ce n’est pas un examen. Une personne peut réviser le résultat.',
        'Règle qui l’interdit; formation du personnel',
        'moyen',
      ),
      risk(
        'Un employeur ou un bailleur de fonds reçoit un résultat',
        'élevé',
        'Rien ne leur est envoyé. Le registre d’audit note chaque export.',
        'Ne rien remettre sans accord écrit',
        'faible',
      ),
      risk(
        'Une personne se sent obligée de jouer',
        'moyen',
        'On peut arrêter, passer une scène, effacer ses données.',
        'Dire que rien n’en dépend; offrir un entretien',
        'faible',
      ),
      risk(
        'Une personne se sent obligée d’accepter la recherche',
        'élevé',
        'Le jeu demande; le personnel ne voit pas la réponse; un test vérifie chaque page du personnel.',
        'Ne rien demander sur papier; recrutement par l’équipe',
        'faible',
      ),
      risk(
        'Les aides ou les pauses révèlent une condition de santé',
        'élevé',
        'Aides visibles au personnel du cours; ailleurs, sous pseudonyme seulement.',
        'Noter un besoin d’accès seulement s’il sert',
        'moyen',
      ),
      risk(
        'La base ou une copie est volée',
        'élevé',
        'Textes et réponses chiffrés avec une clé gardée à part. Gestes et résultats ne le sont pas.',
        'Chiffrer disque et copies; `SECRET_KEY` ailleurs',
        'moyen',
      ),
      risk(
        'Quelqu’un reconnaît une personne sous pseudonyme',
        'moyen',
        'Un pseudonyme par étude; ni nom ni texte dans les énoncés.',
        'Ne pas publier les heures et les aides d’un petit groupe',
        'faible',
      ),
      risk(
        'Un membre du personnel regarde sans raison',
        'moyen',
        'Accès par le rôle et le groupe du LMS; le registre d’audit note qui lit quoi.',
        'Lire le registre d’audit; retirer les rôles inutiles',
        'faible',
      ),
      risk(
        'Les données restent trop longtemps',
        'moyen',
        'Durée par étude; le programme efface chaque jour ce qui dépasse. Sans durée, rien ne s’efface.',
        'Choisir une durée; détruire les vieilles copies',
        'faible',
      ),
      risk(
        'Un poste partagé montre le jeu d’une autre personne',
        'moyen',
        'Session de 12 heures au plus; gestes chiffrés dans le navigateur.',
        'Fermer l’onglet après le jeu',
        'faible',
      ),
    ),
    p('Risques propres à votre milieu\u00a0: ', confirm('Aucun autre.', 'charge')),
  ];
}

function risk(what: string, before: Level, ours: string, yours: string, after: Level): Line[] {
  return [what, before, ours, yours, box(after, 'charge')];
}

function plan(): Block[] {
  return [
    h1('9. Le plan d’action'),
    p(
      'Le responsable et l’échéance sont proposés. **Cochez si vous êtes d’accord, ou corrigez.** «\u00a0Fait le\u00a0» se remplit quand c’est fait.',
    ),
    table(
      [7, 5, 3, 2],
      ['action', 'responsable (à cocher)', 'échéance', 'fait le'],
      action(
        'Adopter la règle écrite (document 11)\u00a0: elle interdit aussi de décider d’un emploi ou d’une aide par le résultat',
        'staff',
      ),
      action(
        'Former le personnel\u00a0: lire le résultat avec la personne, ne rien demander sur la recherche',
        'staff',
      ),
      action('Cocher toutes les cases du chapitre 6', 'operator'),
      action(
        'Donner une durée à chaque étude et aux copies. Dire qui efface les personnes qui ont ouvert l’activité sans jouer, et quand (document 5)',
        'charge',
      ),
      action('Nommer chaque destinataire dans l’avis (documents 4 et 10)', 'operator'),
      action('Signer les ententes (document 8)', 'contract'),
      action('Retirer du cours les rôles de personnel inutiles', 'lms'),
      action(
        'Publier sur le site de l’organisme, ou autrement s’il n’en a pas, le texte à publier du document 11, l’avis de chaque étude (document 4), et le titre et les coordonnées de la personne responsable',
        'charge',
      ),
      action(
        'Lire le registre d’audit, que la personne qui gère le serveur imprime (`audit list`)',
        'charge',
        'chaque mois',
      ),
    ),
  ];
}

function action(what: string, owner: Role, due = 'avant le début'): Line[] {
  return [what, box(kitWords.fr.roles[owner], 'charge'), due, ''];
}
