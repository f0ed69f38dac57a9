import type { Label } from '../statement.ts';
import type { activityTypes } from '../vocabulary.ts';

function is(fr: string, en: string): Label {
  return { en, fr };
}

export const typeMeanings = {
  game: is('Le jeu NUM+ dans son ensemble.', 'The game NUM+ as a whole.'),
  competence: is(
    'Une des six dimensions que le jeu mesure.',
    'One of the six dimensions that the game measures.',
  ),
  assessment: is(
    'Un parcours du jeu dans une version de sa banque d’items : ce qu’un essai fait jouer.',
    'A form of the game in one version of its item bank: what an attempt goes through.',
  ),
  item: is(
    'Une scène vue par une dimension : ce qui reçoit des points.',
    'A scenario seen from one dimension: what earns points.',
  ),
  file: is('Un fichier ou une pièce jointe du monde simulé.', 'A file or attachment of the simulated world.'),
  scenario: is('Une scène, dans une version de son monde.', 'A scenario, in one version of its world.'),
  application: is('Une application simulée.', 'A simulated app.'),
  folder: is('Un dossier du monde simulé.', 'A folder of the simulated world.'),
  email: is('Un courriel du monde simulé.', 'An e-mail of the simulated world.'),
  link: is('Un lien dans un message du monde simulé.', 'A link in a message of the simulated world.'),
  webPage: is('Une page du Web simulé.', 'A page of the simulated web.'),
  form: is('Un formulaire du Web simulé.', 'A form of the simulated web.'),
  field: is('Une case d’un formulaire simulé.', 'A box of a simulated form.'),
  conversation: is('Un échange de textos.', 'An exchange of text messages.'),
  cardField: is(
    'Un renseignement de la fiche remise dans le jeu.',
    'A detail of the card that the game hands over.',
  ),
  textMessage: is('Un texto du monde simulé.', 'A text message of the simulated world.'),
  choice: is('Un choix offert à l’écran.', 'A choice offered on screen.'),
  offer: is(
    'Ce que le jeu offre et que la personne prend ou laisse.',
    'What the game offers and the person takes or leaves.',
  ),
  policyDocument: is(
    'L’avis de ce qui est mesuré et gardé, ou la demande pour la recherche.',
    'The notice of what is measured and kept, or the request for research.',
  ),
  phoneNotice: is(
    'Un avis qui s’affiche sur le téléphone simulé.',
    'A notice that the simulated phone shows.',
  ),
  setting: is(
    'Un réglage du téléphone simulé, ou une page de réglages.',
    'A setting of the simulated phone, or a page of settings.',
  ),
  shelf: is('Une étagère à compter.', 'A shelf to count.'),
  payStub: is('Un talon de paie du portail simulé.', 'A pay stub of the simulated portal.'),
  payLine: is(
    'Une ligne d’un talon de paie simulé, sans son montant.',
    'A line of a simulated pay stub, without its amount.',
  ),
  cookieBanner: is(
    'Le bandeau où un site simulé demande quels témoins sont permis.',
    'The banner of a simulated site that asks which cookies are allowed.',
  ),
  printedCode: is('Un code imprimé à lire, tel un code QR.', 'A printed code to read, such as a QR code.'),
  meeting: is('Une réunion vidéo du monde simulé.', 'A video meeting of the simulated world.'),
  cellRange: is(
    'Une cellule, une ligne ou une colonne d’un tableau.',
    'A cell, a row or a column of a table.',
  ),
  question: is('Une question posée dans la scène.', 'A question asked within the scenario.'),
  task: is('Une étape de la page pour essayer.', 'A step of the practice page.'),
  hint: is('Un sujet d’aide.', 'A topic of help.'),
  spokenText: is('Un texte qui peut être lu à voix haute.', 'A text that can be read aloud.'),
  view: is(
    'Une partie d’application qui n’a pas d’identifiant dans le scénario.',
    'A part of an app that has no id in the scenario.',
  ),
  contact: is('Un destinataire du carnet simulé.', 'A recipient of the simulated address book.'),
  phrase: is('Une phrase toute prête à choisir.', 'A ready-made sentence to choose.'),
  sentence: is(
    'Une phrase d’un document simulé. Le texte n’y est pas.',
    'A sentence of a simulated document. The text is not told.',
  ),
  offeredText: is('Un texte que l’assistant simulé propose.', 'A text that the simulated assistant offers.'),
} as const satisfies Record<keyof typeof activityTypes, Label>;
