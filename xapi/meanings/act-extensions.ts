import { z } from 'zod';
import { code, codes, context, type Meanings, ordinal } from './extension-parts.ts';

export const actMeanings = {
  composeMode: context(
    z.enum(['new', 'reply', 'reply-all', 'forward']),
    { fr: 'Sorte de message', en: 'Kind of message' },
    { fr: 'Nouveau, réponse, réponse à tous ou transfert.', en: 'New, reply, reply to all or forward.' },
  ),
  lengthClass: context(
    z.enum(['none', 'short', 'medium', 'long']),
    { fr: 'Classe de longueur', en: 'Length class' },
    {
      fr: 'Longueur du texte écrit : rien, jusqu’à 20 signes, jusqu’à 100, plus. Le texte n’y est pas.',
      en: 'Length of what was typed: nothing, up to 20 characters, up to 100, more. Never the text.',
    },
  ),
  textFeatures: context(
    codes,
    { fr: 'Traits du texte', en: 'Text features' },
    {
      fr: 'Noms des traits trouvés dans le texte écrit; aucune partie de celui-ci.',
      en: 'Names of the features found in the typed text; no part of it.',
    },
  ),
  reading: context(
    z.enum(['empty', 'ill-formed', 'well-formed', 'as-on-card', 'word', 'other']),
    { fr: 'Lecture de la case', en: 'Reading of the box' },
    { fr: 'Comment le texte écrit se lit dans sa case.', en: 'How the typed text reads in its box.' },
  ),
  cellContent: context(
    z.enum(['number', 'formula', 'text']),
    { fr: 'Contenu de la cellule', en: 'Cell content' },
    { fr: 'Ce que la cellule a reçu.', en: 'What the cell was given.' },
  ),
  functions: context(
    codes,
    { fr: 'Fonctions', en: 'Functions' },
    { fr: 'Noms des fonctions de la formule.', en: 'Names of the functions in the formula.' },
  ),
  sortScope: context(
    z.enum(['table', 'column']),
    { fr: 'Étendue du tri', en: 'Sort scope' },
    { fr: 'Tout le tableau, ou une colonne seule.', en: 'The whole table, or one column alone.' },
  ),
  sortDirection: context(
    z.enum(['up', 'down']),
    { fr: 'Sens du tri', en: 'Sort direction' },
    { fr: 'Croissant ou décroissant.', en: 'Ascending or descending.' },
  ),
  choice: context(
    code,
    { fr: 'Choix', en: 'Choice' },
    { fr: 'Identifiant de la réponse choisie à l’écran.', en: 'Id of the answer chosen on screen.' },
  ),
  entered: context(
    codes,
    { fr: 'Contenu des cases', en: 'What the boxes held' },
    {
      fr: 'Classes et traits de ce que tenaient les cases de connexion; jamais le mot de passe, ni une empreinte.',
      en: 'Classes and features of what the sign-in boxes held; never the password, nor a hash of it.',
    },
  ),
  target: context(
    code,
    { fr: 'Destination', en: 'Target' },
    { fr: 'Dossier ou case où le fichier est allé.', en: 'Folder or box where the file went.' },
  ),
  via: context(
    code,
    { fr: 'Chemin', en: 'Way' },
    { fr: 'Par où on y est venu, ou par quel moyen c’est gardé.', en: 'How it was reached, or kept.' },
  ),
  rank: context(
    ordinal,
    { fr: 'Rang du résultat', en: 'Rank of the result' },
    { fr: 'Rang parmi les résultats de la recherche.', en: 'Place among the results of the search.' },
  ),
  found: context(
    z.boolean(),
    { fr: 'Trouvé', en: 'Found' },
    { fr: 'Le mot cherché est dans la page.', en: 'The word looked for stands in the page.' },
  ),
  fields: context(
    codes,
    { fr: 'Cases remplies', en: 'Boxes filled' },
    {
      fr: 'Identifiants des cases remplies; jamais leur contenu.',
      en: 'Ids of the boxes filled; never their content.',
    },
  ),
  sortOrder: context(
    code,
    { fr: 'Ordre de la liste', en: 'Order of the list' },
    { fr: 'Colonne et sens du tri, en un mot.', en: 'Column and direction of sorting, as one word.' },
  ),
  itemKind: context(
    z.enum(['folder', 'document']),
    { fr: 'Ce qui est créé', en: 'What was made' },
    { fr: 'Dossier ou document.', en: 'Folder or document.' },
  ),
  action: context(
    z.string().regex(/^[a-z-]+\.[a-z-]+$/),
    { fr: 'Action', en: 'Action' },
    {
      fr: 'Ce que le monde n’a pas pris : application et action.',
      en: 'What the world did not take: app and action.',
    },
  ),
  errorCode: context(
    z.string().regex(/^[a-z-]+\.[a-z-]+$/),
    { fr: 'Code de raison', en: 'Reason code' },
    { fr: 'Pourquoi le monde n’a pas pris l’action.', en: 'Why the world did not take the action.' },
  ),
} satisfies Meanings;
