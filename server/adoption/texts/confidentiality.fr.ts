import type { ConfidentialityWords } from '../confidentiality.ts';

export const confidentialityFr: ConfidentialityWords = {
  organisation: '**Politique de confidentialité de NUM+.** Organisme\u00a0: ',
  uses: 'Nous utilisons NUM+, un jeu qui mesure des habiletés numériques au travail. Cette politique dit ce qui est recueilli, comment, pourquoi, qui le voit et pour combien de temps. Un avis paraît aussi avant le jeu.',
  why: '**Pourquoi.** Le résultat sert à vous accompagner. Il ne sert ni à embaucher, ni à congédier, ni à décider d’une aide. Seul, il ne décide de rien. Des renseignements servent aussi à faire fonctionner le service et à le protéger.',
  collected:
    '**Ce qui est recueilli.** Vos gestes dans le jeu, avec l’heure, et vos pauses. Ce que vous écrivez. Vos réglages, vos aides, vos besoins d’accès et votre façon d’utiliser l’appareil. Vos points, votre niveau et votre note. Vos demandes de révision, et les remarques du personnel. Votre numéro, votre cours et vos groupes dans la plateforme de cours. Le jeu ne garde pas votre nom.',
  aboutResearch: 'Votre réponse à la question sur la recherche.',
  background:
    'Après le jeu, seulement si vous dites oui à la recherche et si vous répondez\u00a0: groupe d’âge, diplôme, première langue, années avec un ordinateur.',
  means:
    '**Par quels moyens.** Le jeu note ce que vous y faites, dans votre navigateur. La plateforme de cours envoie votre numéro, votre rôle, votre cours et vos groupes. Elle peut aussi envoyer votre nom, que le jeu montre et ne garde pas. Le personnel peut noter vos besoins d’accès. Des règles écrites d’avance donnent les points\u00a0: c’est une technologie qui évalue. Rien n’est mesuré avant que vous appuyiez sur «\u00a0J’ai compris, on commence\u00a0». Il n’y a ni son, ni image, et aucun témoin (cookie) ne vous suit.',
  receives:
    '**Qui reçoit.** Le personnel de votre cours voit votre nom, votre résultat et vos gestes. Une note va dans votre cours. Les personnes qui gèrent le serveur ont aussi accès. Nos fournisseurs sont liés par une entente écrite.',
  alsoReceives: ['Reçoit aussi des données, sans votre nom\u00a0: ', 'qui; voir le document 10'],
  researchTeam: (team) =>
    `${team} reçoit, avec un code, les données des personnes qui ont dit oui à la recherche.`,
  period: '**Combien de temps.**',
  months: (months) => `Vos données sont gardées ${months} mois après le dernier geste.`,
  noPeriod: 'durée; voir le document 5',
  teamMonths: (months) => `L’équipe de recherche garde ses données ${months} mois.`,
  destroyed: (auditMonths) =>
    `Ensuite, elles sont détruites. Les copies, les fichiers et le papier le sont à la date de notre calendrier. Une note déjà envoyée reste dans votre cours. La liste des accès, sans votre nom, est gardée ${auditMonths} mois. Ce qui a servi à une décision sur vous est gardé au moins un an après la décision.`,
  outside: '**Hors du Québec.**',
  leaves: (leaves) =>
    leaves
      ? 'Vos données peuvent sortir du Québec. Nous évaluons d’abord si elles y sont bien protégées.'
      : 'Vos données restent au Québec.',
  notSaid: 'si des données en sortent; voir le document 2, chapitre 7',
  security:
    '**La sécurité.** Les échanges et vos textes sont chiffrés. L’accès suit le rôle et les groupes du cours. Un registre note qui a lu, changé ou exporté quoi. Tout incident est noté et suivi.',
  roles: [
    '**Les rôles.** La personne responsable des renseignements personnels approuve nos règles, et reçoit les demandes et les plaintes\u00a0: ',
    '. La direction du service dit qui accompagne, et forme le personnel. Le personnel lit seulement le dossier des personnes qu’il accompagne. La personne qui gère le serveur fait les copies, les mises à jour et les effacements.',
  ],
  rights: [
    '**Vos droits.** Vous pouvez voir, copier, faire corriger ou faire effacer vos données.',
    'Dans le jeu, ouvrez «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0». Ou écrivez-nous\u00a0: ',
    '. Nous répondons par écrit, en 30 jours au plus (20 jours pour un organisme public). Une personne peut regarder votre résultat avec vous.',
  ],
  withdraw: 'Vous pouvez retirer votre accord à la recherche.',
  complaints: [
    '**Les plaintes.** Écrivez ou parlez à\u00a0: ',
    '. Quelqu’un qui n’est pas visé examine la plainte et vous entend. La réponse est écrite. Personne n’est pénalisé pour une plainte. Vous pouvez aussi écrire à la Commission d’accès à l’information.',
  ],
  changes: (day) =>
    `**Les changements.** Un changement est annoncé au même endroit que cette politique. Version du ${day}.`,
  inStudy: (name) => (name === null ? ' En général\u00a0: ' : ` Dans l’étude «\u00a0${name}\u00a0»\u00a0: `),
};
