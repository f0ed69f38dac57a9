/** The last two chapters of the impact assessment. */
import { type Block, fill, h1, p, table, ticks } from '../blocks.ts';

export function risksFr(): Block[] {
  return [
    h1('6. Les risques et les mesures'),
    p('Gravité et probabilité sont celles du produit bien réglé. Corrigez-les selon votre milieu.'),
    table(
      [6, 3, 4, 8, 6],
      ['risque', 'gravité', 'probabilité', 'mesures du programme', 'ce qui revient à l’organisme'],
      [
        'Le résultat sert à décider d’un emploi ou d’une aide',
        'haute',
        'moyenne',
        'La page et la note disent que ce n’est pas un examen. Une personne peut regarder.',
        'Politique qui l’interdit; formation du personnel',
      ],
      [
        'Une personne se sent obligée d’accepter la recherche',
        'haute',
        'basse',
        'Le jeu demande; le personnel ne voit pas la réponse; un test compare chaque page.',
        'Ne rien demander sur papier; recrutement par l’équipe',
      ],
      [
        'Les aides ou les pauses révèlent une condition de santé',
        'haute',
        'moyenne',
        'Aides visibles au personnel du cours; ailleurs, sous pseudonyme seulement.',
        'Noter un besoin d’accès seulement s’il sert',
      ],
      [
        'La base ou une copie est volée',
        'haute',
        'basse',
        'Textes et réponses chiffrés avec une clé gardée à part. Gestes et résultats ne le sont pas.',
        'Chiffrer disque et copies; `SECRET_KEY` ailleurs',
      ],
      [
        'Quelqu’un reconnaît une personne sous pseudonyme',
        'moyenne',
        'moyenne',
        'Un pseudonyme par étude; ni nom ni texte dans les énoncés.',
        'Ne pas publier heures et aides d’un petit groupe',
      ],
      [
        'Un membre du personnel regarde sans raison',
        'moyenne',
        'moyenne',
        'Accès par le rôle et le groupe du LMS; le registre garde les lectures (`audit list`).',
        'Lire le registre; retirer les rôles de trop',
      ],
      [
        'Les données restent trop longtemps',
        'moyenne',
        'moyenne',
        'Durée par étude; le programme efface chaque jour ce qui dépasse. Sans durée, rien ne s’efface.',
        'Choisir une durée; détruire les vieilles copies',
      ],
      [
        'Un poste partagé montre le jeu d’une autre personne',
        'moyenne',
        'basse',
        'Session de 12 heures au plus; gestes chiffrés dans le navigateur.',
        'Fermer l’onglet après le jeu',
      ],
    ),
    p('Risques propres à votre milieu\u00a0: ', fill('autres risques, ou «\u00a0aucun\u00a0»', 'charge', 4)),
  ];
}

export function decisionFr(): Block[] {
  return [
    h1('7. Avant de commencer'),
    ticks(
      'Chaque passage surligné des dix documents est rempli.',
      'Chaque destinataire du document 10 est nommé dans l’avis.',
      'Le disque et les copies sont chiffrés; `SECRET_KEY` est ailleurs.',
      'Quelqu’un sait répondre à une demande d’accès ou d’effacement.',
      'Le registre des incidents a un titulaire.',
      'Les ententes sont signées.',
      'Aucune décision n’est prise par le seul résultat.',
    ),
    table(
      [3, 3, 2],
      ['rôle', 'nom', 'date'],
      [
        'Responsable des renseignements personnels',
        fill('nom et signature', 'charge'),
        fill('date', 'charge', 0),
      ],
      ['Direction', fill('nom et signature', 'staff'), fill('date', 'staff', 0)],
    ),
    p(
      'Refaites cette évaluation si une fin, un destinataire ou un lieu change. Relancez la trousse pour le voir.',
    ),
  ];
}
