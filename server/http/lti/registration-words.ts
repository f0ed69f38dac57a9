/** Texts for LMS administrators. */
import type { RegistrationCode } from '../../../lti/registration/registration-codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';

interface KeysUnreadTexts {
  readonly title: (product: string) => string;
  readonly lead: string;
  /** `host` and `port` of our address. */
  readonly moodle: (host: string, port: string) => readonly string[];
  readonly other: (host: string, port: string) => readonly string[];
}

export interface RegistrationTexts {
  /** Shown beside the tool's name in LMSs. */
  readonly toolDescription: string;
  readonly otherLanguage: string;
  readonly ask: {
    readonly title: string;
    readonly lead: string;
    readonly name: string;
    readonly address: string;
    readonly what: string;
    readonly wanted: readonly string[];
    readonly namesAsked: string;
    readonly namesNotAsked: string;
    readonly register: string;
    readonly after: string;
    /** Instead, for an invitation that approves. */
    readonly afterApproved: string;
  };
  readonly paste: {
    readonly title: string;
    readonly lead: string;
    readonly steps: readonly string[];
    readonly note: string;
  };
  readonly done: {
    readonly title: string;
    readonly lead: string;
    readonly approved: string;
    readonly waiting: string;
    readonly next: (product: string) => string;
    /** Followed by the command. */
    readonly approve: string;
    readonly keysRead: string;
    readonly keysUnread: KeysUnreadTexts;
    readonly close: string;
    readonly closeHint: string;
  };
  readonly refused: {
    readonly title: string;
    readonly whatToDo: string;
    readonly again: readonly string[];
    readonly ask: readonly string[];
    /** The platform may well be connected. */
    readonly used: { readonly title: string; readonly steps: readonly string[] };
    readonly host: {
      readonly expected: string;
      readonly came: string;
      readonly advice: readonly string[];
      /** Before the command. */
      readonly command: string;
    };
    readonly errorId: string;
    readonly code: string;
    readonly what: Readonly<Record<RegistrationCode, string>>;
  };
}

const fr: RegistrationTexts = {
  toolDescription: 'Un jeu qui montre ce que l’on sait faire avec le numérique au travail.',
  otherLanguage: 'English',
  ask: {
    title: 'Relier NUM+ à votre plateforme',
    lead: 'Votre plateforme demande à ajouter NUM+. Vérifiez que c’est bien la vôtre.',
    name: 'Nom dans NUM+',
    address: 'Adresse',
    what: 'Ce que NUM+ pourra faire',
    wanted: [
      'Ouvrir ses activités à partir de vos cours.',
      'Envoyer une note au carnet de notes, et la relire.',
      'Lire la liste des personnes inscrites au cours.',
    ],
    namesAsked: 'Votre organisme a choisi de transmettre les noms des personnes.',
    namesNotAsked: 'NUM+ ne demande ni nom ni courriel à l’ouverture.',
    register: 'Relier NUM+',
    after: 'Rien n’est actif tout de suite. Une personne de NUM+ approuve ensuite la connexion.',
    afterApproved: 'La connexion est approuvée d’avance. Après le bouton, il reste quelques clics.',
  },
  paste: {
    title: 'Cette adresse se colle dans votre plateforme',
    lead: 'Elle sert une seule fois, à partir de votre plateforme de formation. L’ouvrir ici ne l’utilise pas.',
    steps: [
      'Copiez l’adresse de cette page.',
      'Dans Moodle, ouvrez «\u00a0Administration du site\u00a0», «\u00a0Plugins\u00a0», puis «\u00a0Outil externe\u00a0».',
      'Collez l’adresse dans «\u00a0URL de l’outil\u00a0» et choisissez «\u00a0Ajouter LTI Advantage\u00a0».',
    ],
    note: 'Une autre plateforme? Cherchez «\u00a0inscription dynamique\u00a0» dans ses réglages LTI.',
  },
  done: {
    title: 'NUM+ est inscrit',
    lead: 'Votre plateforme et NUM+ se connaissent.',
    approved: 'La connexion est approuvée. Il reste quelques clics dans votre plateforme.',
    waiting: 'Il reste quelques clics dans votre plateforme, puis une approbation dans NUM+.',
    next: (product) => `Ce qui reste à faire dans ${product}`,
    approve: 'Prévenez la personne qui a envoyé l’invitation. Elle approuve avec cette commande\u00a0:',
    keysRead: 'Votre plateforme a lu nos clés\u00a0: les notes pourront lui être envoyées.',
    keysUnread: {
      title: (product) => `${product} n’a pas pu lire nos clés`,
      lead: 'Sans elles, le choix de contenu et les notes ne fonctionnent pas. Faites ceci avant la suite.',
      moodle: (host, port) => [
        'Ouvrez «\u00a0Administration du site\u00a0», «\u00a0Général\u00a0», «\u00a0Sécurité\u00a0», «\u00a0Sécurité HTTP\u00a0».',
        `Dans curlsecurityblockedhosts, retirez ce qui bloque ${host}.`,
        `Dans curlsecurityallowedport, vérifiez que ${port} y est, sur sa propre ligne.`,
        'Enregistrez. La commande «\u00a0doctor\u00a0» de NUM+ vérifie ensuite la connexion.',
        'Autre cause possible\u00a0: l’adresse des clés dans l’outil, le pare-feu ou le certificat.',
      ],
      other: (host, port) => [
        `Vérifiez que le serveur de votre plateforme peut joindre ${host}, port ${port}.`,
        'La commande «\u00a0doctor\u00a0» de NUM+ vérifie ensuite la connexion.',
      ],
    },
    close: 'Terminer',
    closeHint: 'Si rien ne se ferme, vous pouvez quitter cette page.',
  },
  refused: {
    title: 'NUM+ n’est pas encore relié',
    whatToDo: 'Que faire?',
    again: [
      'Recommencez l’ajout à partir de votre plateforme, avec la même adresse.',
      'Si cela se répète, prévenez la personne qui vous a envoyé l’invitation.',
      'Donnez-lui le numéro et le code ci-dessous.',
    ],
    ask: [
      'Demandez une nouvelle invitation à la personne qui vous a envoyé celle-ci.',
      'Donnez-lui le numéro et le code ci-dessous.',
    ],
    used: {
      title: 'Cette invitation a déjà servi',
      steps: [
        'Cherchez NUM+ dans la liste des outils de votre plateforme. S’il y est, il est relié.',
        'S’il n’est pas dans la liste, demandez une nouvelle invitation.',
        'Le guide de NUM+ a une page par plateforme, avec les réglages qui restent.',
      ],
    },
    host: {
      expected: 'Invitation pour',
      came: 'Votre plateforme',
      advice: [
        'Si vous avez deux plateformes, recommencez à partir de celle de l’invitation.',
        'Sinon, demandez une invitation pour votre plateforme à la personne qui vous a envoyé celle-ci.',
      ],
      command: 'Sa commande, sur le serveur de NUM+\u00a0:',
    },
    errorId: 'Numéro\u00a0:',
    code: 'Code\u00a0:',
    what: {
      'registration.request-incomplete': 'Votre plateforme n’a pas dit où elle se décrit.',
      'registration.invitation-unknown': 'Nous ne connaissons pas cette adresse d’invitation.',
      'registration.invitation-expired': 'Cette invitation a plus de sept jours, ou quelqu’un l’a retirée.',
      'registration.invitation-used': 'Une invitation sert une seule fois.',
      'registration.host-unexpected': 'Cette invitation est réservée à une autre plateforme.',
      'registration.address-refused':
        'Votre plateforme donne une adresse que nous n’appelons pas, par exemple une adresse privée.',
      'registration.redirected':
        'L’adresse de votre plateforme renvoie ailleurs. Nous ne suivons pas ce renvoi.',
      'registration.unreachable': 'Nous n’avons pas pu joindre votre plateforme.',
      'registration.too-slow': 'Votre plateforme a mis trop de temps à répondre.',
      'registration.too-large': 'La réponse de votre plateforme est trop grande pour être lue.',
      'registration.not-json': 'Votre plateforme a répondu autre chose qu’une description.',
      'registration.description-incomplete': 'La description de votre plateforme est incomplète.',
      'registration.issuer-foreign': 'La description parle au nom d’une autre plateforme.',
      'registration.endpoint-foreign':
        'La description mène vers une adresse qui n’est pas de votre plateforme.',
      'registration.platform-refused':
        'Votre plateforme n’a pas accepté l’inscription. Son laissez-passer a peut-être déjà servi.',
      'registration.answer-incomplete': 'Votre plateforme a répondu sans donner d’identifiant client.',
      'registration.already-known':
        'Nous connaissons déjà cet outil de votre plateforme. Ajoutez-en plutôt un nouveau.',
    },
  },
};

const en: RegistrationTexts = {
  toolDescription: 'A game that shows what people can do with digital tools at work.',
  otherLanguage: 'Français',
  ask: {
    title: 'Connect NUM+ to your platform',
    lead: 'Your platform is asking to add NUM+. Check that it is really yours.',
    name: 'Name in NUM+',
    address: 'Address',
    what: 'What NUM+ will be able to do',
    wanted: [
      'Open its activities from your courses.',
      'Send a grade to the gradebook, and read it back.',
      'Read the list of people enrolled in the course.',
    ],
    namesAsked: 'Your organization chose to share people’s names.',
    namesNotAsked: 'NUM+ does not ask for names or email addresses when it opens.',
    register: 'Connect NUM+',
    after: 'Nothing is active right away. Someone at NUM+ approves the connection first.',
    afterApproved: 'The connection is approved in advance. After the button, a few clicks are left.',
  },
  paste: {
    title: 'Paste this address into your platform',
    lead: 'It works only once, from your learning platform. Opening it here does not use it up.',
    steps: [
      'Copy the address of this page.',
      'In Moodle, open “Site administration”, “Plugins”, then “External tool”.',
      'Paste the address into “Tool URL” and choose “Add LTI Advantage”.',
    ],
    note: 'Another platform? Look for “dynamic registration” in its LTI settings.',
  },
  done: {
    title: 'NUM+ is registered',
    lead: 'Your platform and NUM+ are linked.',
    approved: 'The connection is approved. There are a few clicks left in your platform.',
    waiting: 'There are a few clicks left in your platform, then an approval in NUM+.',
    next: (product) => `What is left to do in ${product}`,
    approve: 'Tell the person who sent you the invitation. They approve the connection with this command:',
    keysRead: 'Your platform has read our keys: grades can be sent to it.',
    keysUnread: {
      title: (product) => `${product} couldn’t read our keys`,
      lead: 'Without them, content selection and grades don’t work. Do this first.',
      moodle: (host, port) => [
        'Open “Site administration”, “General”, “Security”, “HTTP security”.',
        `In curlsecurityblockedhosts, remove what blocks ${host}.`,
        `In curlsecurityallowedport, check that ${port} is there, on a line of its own.`,
        'Save. Then the NUM+ command “doctor” checks the connection.',
        'Another possible cause: the key set address in the tool, the firewall or the certificate.',
      ],
      other: (host, port) => [
        `Check that your platform’s server can reach ${host}, port ${port}.`,
        'Then the NUM+ command “doctor” checks the connection.',
      ],
    },
    close: 'Finish',
    closeHint: 'If nothing closes, you can leave this page.',
  },
  refused: {
    title: 'NUM+ is not connected yet',
    whatToDo: 'What to do',
    again: [
      'Start again from your platform, with the same address.',
      'If it happens again, tell the person who sent you the invitation.',
      'Give them the number and code below.',
    ],
    ask: [
      'Ask the person who sent you this invitation for a new one.',
      'Give them the number and code below.',
    ],
    used: {
      title: 'This invitation has already been used',
      steps: [
        'Look for NUM+ in your platform’s list of tools. If it is there, it is connected.',
        'If it is not in the list, ask for a new invitation.',
        'The NUM+ guide has a page for each platform, with the settings that remain.',
      ],
    },
    host: {
      expected: 'Invitation for',
      came: 'Your platform',
      advice: [
        'If you have two platforms, start again from the one that the invitation is for.',
        'Otherwise, ask the person who sent you this invitation for one for your platform.',
      ],
      command: 'Their command, on the NUM+ server:',
    },
    errorId: 'Number:',
    code: 'Code:',
    what: {
      'registration.request-incomplete': 'Your platform did not say where to find its description.',
      'registration.invitation-unknown': 'We don’t recognize this invitation address.',
      'registration.invitation-expired': 'This invitation is over seven days old, or someone withdrew it.',
      'registration.invitation-used': 'An invitation works once.',
      'registration.host-unexpected': 'This invitation is for another platform.',
      'registration.address-refused':
        'Your platform gave an address that we don’t contact, such as a private one.',
      'registration.redirected':
        'Your platform’s address redirects somewhere else. We don’t follow redirects.',
      'registration.unreachable': 'We couldn’t reach your platform.',
      'registration.too-slow': 'Your platform took too long to answer.',
      'registration.too-large': 'Your platform’s answer is too large to read.',
      'registration.not-json': 'Your platform’s answer is not a description.',
      'registration.description-incomplete': 'Your platform’s description is incomplete.',
      'registration.issuer-foreign': 'The description is for another platform.',
      'registration.endpoint-foreign':
        'The description leads to an address that does not belong to your platform.',
      'registration.platform-refused':
        'Your platform did not accept the registration. Its token may already have been used.',
      'registration.answer-incomplete': 'Your platform did not give a client ID.',
      'registration.already-known':
        'This tool is already registered from your platform. Add a new one instead.',
    },
  },
};

export const registrationTexts: Readonly<Record<Language, RegistrationTexts>> = { fr, en };
