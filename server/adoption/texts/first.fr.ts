import { type Block, h1, p, points, steps } from '../blocks.ts';

/** The tables of what is left to fill in come after the block “À remplir”. */
export const firstFr: readonly Block[] = [
  p(
    'Cette trousse aide un organisme à décider s’il adopte NUM+, et à le faire selon la loi. Le programme a rempli ce qu’il sait de votre installation. Le reste vous revient.',
  ),
  points(
    'Les passages **surlignés** sont à remplir. Chacun dit qui connaît la réponse.',
    'Chaque document s’ouvre et se change dans un traitement de texte. Pour un PDF, enregistrez-le sous ce format.',
    'Aucun document ne contient de clé, de mot de passe ni de donnée d’une personne qui joue.',
    '**Ce n’est pas un avis juridique.** Les articles nommés sont des repères. Faites relire ce qui engage l’organisme.',
    'Une **étude**, ici, est un groupe d’activités avec son avis et sa durée. Elle peut ne faire aucune recherche. Un **magasin de données** est un service qui reçoit, sous pseudonyme, ce qui est fait dans le jeu. Le **LMS** est la plateforme de cours, comme Moodle.',
  ),
  h1('Par où commencer'),
  steps(
    'Lisez l’évaluation (document 2), sans rien remplir.',
    'Envoyez à chaque personne du tableau ci-dessous ses questions.',
    'Remplissez les lieux et les destinataires (document 10), les durées (document 5), puis les ententes (document 8).',
    'Lisez les avis (document 4) comme une personne qui joue. S’il n’y en a pas, faites d’abord ajouter une étude.',
    'Remplissez le registre des incidents (document 6) et la fiche (document 7). La carte (document 3) sert à chercher une réponse; on ne la lit pas toute.',
    'Revenez à l’évaluation, terminez-la et signez-la.',
    'S’il y a une recherche, envoyez l’annexe (document 9) au comité d’éthique.',
  ),
];

export const firstFrRest: readonly Block[] = [
  h1('Quand refaire la trousse'),
  p(
    'Relancez `./bin/numplus.js adoption kit --out DOSSIER` dans un nouveau dossier quand un réglage, une étude ou un magasin de données change. Le programme n’écrit jamais sur un dossier qui contient déjà des fichiers\u00a0: vos réponses restent.',
  ),
];
