import type { Label } from '../statement.ts';
import type { VerbName } from '../vocabulary.ts';

function says(fr: string, en: string): Label {
  return { en, fr };
}

export const verbMeanings = {
  launched: says(
    'La personne a ouvert l’activité depuis son cours.',
    'The person opened the activity from their course.',
  ),
  accepted: says(
    'La personne a accepté l’avis, l’usage de ses données en recherche, ou une offre du jeu.',
    'The person accepted the notice, the use of their data for research, or an offer of the game.',
  ),
  denied: says(
    'La personne a refusé l’usage de ses données en recherche, ou une offre du jeu.',
    'The person refused the use of their data for research, or an offer of the game.',
  ),
  retracted: says(
    'La personne retire l’accord donné à la recherche.',
    'The person takes back the consent given to research.',
  ),
  initialized: says(
    'La première page de l’essai est prête : le jeu commence.',
    'The first page of the attempt is ready: play begins.',
  ),
  suspended: says(
    'Le jeu est en pause. La raison est dite par reason.',
    'Play is paused. The extension reason says why.',
  ),
  resumed: says(
    'Le jeu reprend après une pause, un rechargement ou une reprise dans une autre fenêtre.',
    'Play goes on after a pause, a reload, or a move to another window.',
  ),
  completed: says(
    'Toutes les scènes du parcours sont terminées ou passées.',
    'Every scene of the form was gone through.',
  ),
  terminated: says(
    'L’essai est fini : tout est parcouru, ou la personne a demandé la fin.',
    'The attempt is over: all was gone through, or the person asked to end.',
  ),
  abandoned: says(
    'L’essai est resté sans action au-delà du délai; le serveur l’a clos.',
    'The attempt had no action for longer than allowed; the server closed it.',
  ),
  scored: says(
    'L’essai reçoit sa note globale, avec la version de la banque; après un recalcul, un item aussi, avec la version des règles.',
    'The attempt gets its overall score, with the version of the bank; after a rescoring an item does, too, with the version of the rules.',
  ),
  rescored: says(
    'Ce qui a été joué est recalculé, sans donner de note globale\u00a0: trop peu de scènes.',
    'What was played was scored anew, without an overall score: too few scenes.',
  ),
  answered: says(
    'Le résultat d’un item à la fin de sa scène : une ligne par item.',
    'The result of an item at the end of its scene: one row per item.',
  ),
  accessed: says(
    'La personne est entrée dans une scène, une page, un dossier ou un formulaire.',
    'The person went into a scene, a page, a folder or a form.',
  ),
  left: says(
    'La personne est sortie de la scène, ou de ce qui était ouvert.',
    'The person went out of the scene, or of what was open.',
  ),
  skipped: says(
    'La personne a passé la scène, ou l’a finie sans essayer; ses items manquent (missing-code).',
    'The person passed over the scene, or ended it without trying; its items are missing (missing-code).',
  ),
  submitted: says(
    'La personne a dit que son travail est fini, ou a envoyé un formulaire.',
    'The person said that their work is done, or sent a form.',
  ),
  requested: says(
    'La personne a demandé de l’aide (l’étape est dite par help-step) ou une autre façon de faire.',
    'The person asked for help (the extension help-step says which step) or for another way to do it.',
  ),
  listened: says('La personne a fait lire un texte à voix haute.', 'The person had a text read aloud.'),
  opened: says(
    'La personne a ouvert une application, un message, un fichier, un lien ou un champ.',
    'The person opened an app, a message, a file, a link or a field.',
  ),
  closed: says('La personne a fermé ce qui était ouvert.', 'The person closed what was open.'),
  deleted: says(
    'La personne a supprimé un message, un fichier, un brouillon ou une valeur.',
    'The person deleted a message, a file, a draft or a value.',
  ),
  sent: says(
    'La personne a envoyé un message, un texto, une demande, un document ou sa courte réponse.',
    'The person sent a message, a text, a request, a document or their short answer.',
  ),
  created: says(
    'La personne a créé un dossier, un document ou une phrase.',
    'The person made a folder, a document or a sentence.',
  ),
  updated: says('La personne a changé un nom.', 'The person changed a name.'),
  searched: says(
    'La personne a lancé une recherche. Les mots cherchés n’y sont pas.',
    'The person searched. The words looked for are not told.',
  ),
  reported: says(
    'La personne a signalé un message ou une ligne comme douteux.',
    'The person reported a message or a row as doubtful.',
  ),
  edited: says(
    'La personne a écrit ou changé une valeur. Le texte n’y est pas.',
    'The person wrote or changed a value. The text is not told.',
  ),
  selected: says('La personne a choisi une option.', 'The person chose an option.'),
  previewed: says(
    'La personne a regardé avant d’ouvrir ou d’envoyer.',
    'The person looked before opening or sending.',
  ),
  downloaded: says('La personne a enregistré une pièce jointe.', 'The person saved an attachment.'),
  drafted: says(
    'La personne a commencé un message : nouveau, réponse ou transfert.',
    'The person began a message: new, reply or forward.',
  ),
  deselected: says('La personne a enlevé un choix.', 'The person took a choice back.'),
  sorted: says('La personne a trié une liste ou un tableau.', 'The person sorted a list or a table.'),
  totalled: says(
    'La personne a demandé la somme par le bouton.',
    'The person asked for the sum by its button.',
  ),
  authenticated: says(
    'La personne a essayé de s’identifier dans le monde simulé. Seules des classes sont dites.',
    'The person tried to sign in within the simulated world. Only classes are told.',
  ),
  copied: says(
    'La personne a copié un renseignement, un code ou un texte.',
    'The person copied a detail, a code or a text.',
  ),
  kept: says(
    'La personne a gardé un message, ou une preuve de ce qui est envoyé.',
    'The person kept a message, or a proof of what was sent.',
  ),
  attached: says('La personne a joint un fichier.', 'The person attached a file.'),
  moved: says('La personne a déplacé un fichier ou un dossier.', 'The person moved a file or a folder.'),
  restored: says(
    'La personne a repris un fichier de la corbeille.',
    'The person took a file back from the trash.',
  ),
  undid: says('La personne a annulé sa dernière action.', 'The person undid their last action.'),
  changedLanguage: says('La personne a changé la langue du jeu.', 'The person changed the language of play.'),
  changedSetting: says(
    'La personne a changé un réglage de confort.',
    'The person changed a comfort setting.',
  ),
  assisted: says(
    'Une personne à côté a aidé. Rien ne se perd.',
    'Somebody beside the person helped. Nothing is lost by it.',
  ),
  usedDevice: says(
    'Une façon d’agir sur l’appareil, ou un réglage de celui-ci, est vue pour la première fois.',
    'A way of using the device, or one of its settings, was seen for the first time.',
  ),
  cameBack: says(
    'La page est de nouveau visible après avoir été hors de vue.',
    'The page is in sight again after being out of it.',
  ),
  reopened: says(
    'Le personnel a rouvert l’essai qui était fini : ce qui reste peut être joué. Qui l’a fait n’y est pas.',
    'Staff opened the ended attempt again: what is left may be played. Who did it is not told.',
  ),
  invalidated: says(
    'Le personnel a écarté l’essai : il ne compte ni pour la note ni pour la recherche. La raison est dite.',
    'Staff set the attempt aside: it counts neither for the grade nor for research. The reason is told.',
  ),
  reinstated: says(
    'Le personnel a remis l’essai qui était écarté : il compte de nouveau.',
    'Staff took an attempt back that was set aside: it counts again.',
  ),
  askedToEnd: says('La personne a demandé la fin de l’essai.', 'The person asked to end the attempt.'),
  prevented: says(
    'Le monde simulé n’a pas pris l’action; rien n’a changé.',
    'The simulated world did not take the action; nothing changed.',
  ),
} as const satisfies Record<VerbName, Label>;
