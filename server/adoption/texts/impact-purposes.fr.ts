/** Chapter 2 of the impact assessment: purposes, grounds, refusal, necessity, proportionality. */
import { type Block, chooseOne, confirm, fill, h1, h2, p, points, table } from '../blocks.ts';
import { asksAboutResearch, type KitFacts } from '../kit-facts.ts';

export function purposesFr(facts: KitFacts): Block[] {
  return [
    h1('2. Les fins, la nécessité et la proportionnalité'),
    ...grounds(facts),
    ...necessity(),
    ...proportion(),
    ...others(),
  ];
}

function grounds({ studies }: KitFacts): Block[] {
  const research = asksAboutResearch(studies);
  return [
    h2('Le motif de la collecte, et le refus'),
    table(
      [3, 4, 4],
      ['fin', 'motif', 'si la personne refuse'],
      [
        'Jouer, mesurer, accompagner la personne',
        'Un intérêt sérieux et légitime, et seulement ce qui est nécessaire (art.\u00a04 et 5). Secteur public\u00a0: ce qu’il faut pour une attribution ou un programme (art.\u00a064). Un résumé est montré avant le jeu, et l’avis entier si la personne l’ouvre. La personne répond «\u00a0J’ai compris\u00a0».',
        'Le jeu ne peut pas se jouer sans ces données\u00a0: elle ne joue pas. Elle peut aussi arrêter à tout moment.',
      ],
      [
        'Exploiter et protéger le service',
        'Nécessaire pour rendre le service et rendre compte d’un incident. L’avis dit cette fin. Il parle aussi de la liste des accès et des personnes qui gèrent le serveur.',
        'Comme ci-dessus',
      ],
      [
        'Recherche nommée par l’étude',
        research
          ? 'Un consentement à part, demandé par le jeu'
          : 'Sans objet\u00a0: aucune étude ne le demande',
        'Rien ne change. Le personnel ne le sait pas.',
      ],
      [
        'Recherches futures; questions sur soi',
        'Un deuxième oui, après celui à la recherche; des réponses facultatives',
        'Rien ne change',
      ],
    ),
    points(
      'La loi demande cette évaluation avant d’acquérir ou de développer un système (art.\u00a03.3; secteur public, art.\u00a063.5).',
      'La personne qui donne ses renseignements après l’avis consent à ce que l’avis dit (art.\u00a08.3; secteur public\u00a0: à vérifier).',
      'Les aides et les besoins d’accès peuvent être sensibles. S’il faut un consentement, il est alors exprès (art.\u00a012 et 13). Demandez à une avocate, à un avocat ou à un notaire si l’avis suffit.',
    ),
    p(
      'Ce que perd une personne qui ne joue pas\u00a0: ',
      confirm(
        'Rien. Aucun service de l’organisme ne dépend du jeu. Le personnel peut évaluer par un entretien.',
        'staff',
      ),
    ),
    p(
      'Usage interdit\u00a0: ',
      confirm(
        'Le résultat ne sert ni à embaucher, ni à congédier, ni à décider d’une aide. La règle écrite de l’organisme le dit (document 11).',
        'charge',
      ),
      ' Le programme ne peut pas l’empêcher.',
    ),
  ];
}

function necessity(): Block[] {
  return [
    h2('Pourquoi chaque sorte de renseignement est nécessaire'),
    table(
      [3, 4, 5, 4],
      ['fin', 'renseignements', 'pourquoi on ne peut pas s’en passer', 'ce qui n’est pas recueilli'],
      [
        'Mesurer',
        'Gestes avec l’heure, textes tapés, pauses',
        'Les points viennent de ce qui est fait. Le journal permet de vérifier un résultat.',
        'Image, son, vidéo, ce qui se passe hors du jeu',
      ],
      [
        'Accompagner',
        'Points, niveaux, demandes de révision, remarques',
        'Le personnel choisit la suite avec la personne.',
        'Dossier social, emploi, revenu, diagnostic',
      ],
      [
        'Transmettre la note',
        'Identifiant du LMS, note, commentaire',
        'Le LMS reconnaît la personne par cet identifiant.',
        'Nom, courriel',
      ],
      [
        'Montrer la personne au bon personnel',
        'Cours, activité, groupes',
        'Un membre du personnel voit seulement ses groupes.',
        'Autres cours, autres notes',
      ],
      [
        'Rendre le jeu accessible',
        'Confort, aides, besoins d’accès, appareil',
        'Les scènes s’adaptent. Une adaptation n’enlève rien au résultat.',
        'Cause du besoin, état de santé',
      ],
      [
        'Protéger le service',
        'Registre d’audit, journal du serveur',
        'Savoir qui a lu quoi, et trouver la cause d’une panne.',
        'Nom, adresse IP',
      ],
      [
        'Recherche, après un oui',
        'Énoncés sous pseudonyme, réponse, questions sur soi si l’étude en pose',
        'Vérifier que la mesure est juste pour chaque groupe.',
        'Nom, courriel, textes tapés',
      ],
    ),
  ];
}

function proportion(): Block[] {
  return [
    h2('La proportionnalité'),
    points(
      'Un questionnaire recueille moins. Mais il mesure ce que la personne croit savoir.',
      'Une observation par une personne recueille autant, sans règles écrites.',
      'Un exercice sur papier ne montre pas les gestes à l’ordinateur.',
    ),
    p(
      'Conclusion proposée\u00a0: ',
      confirm(
        'Aucun moyen moins intrusif ne donne cette mesure. L’avantage pour la personne dépasse l’atteinte à sa vie privée, avec les mesures des chapitres 6 et 8.',
        'charge',
      ),
    ),
    p(
      '**Profilage (art.\u00a08.1; secteur public, art.\u00a065.0.1).** Profiler, c’est évaluer une personne par une technologie, par exemple son travail ou son comportement. Le jeu peut être du profilage. La loi demande alors de le dire avant, et de dire comment l’activer. Le jeu dit avant de commencer qu’il mesure, et ne mesure rien avant «\u00a0J’ai compris\u00a0». L’organisme juge si cela suffit.',
    ),
    h2('Deux questions de droit'),
    p('Demandez-les à une avocate, à un avocat ou à un notaire, et gardez la réponse ici.'),
    table(
      [4, 4],
      ['question', 'réponse'],
      [
        'Aides et besoins d’accès\u00a0: faut-il un consentement exprès (art.\u00a012 et 13)?',
        fill('oui ou non, date, qui a conseillé', 'charge'),
      ],
      [
        'Profilage (art.\u00a08.1)\u00a0: ce que le jeu dit avant de commencer suffit-il?',
        fill('oui ou non, date, qui a conseillé', 'charge'),
      ],
    ),
  ];
}

function others(): Block[] {
  return [
    h2('Destinataires hors du programme'),
    p(
      'NUM+ n’envoie rien à ces personnes. Mais quelqu’un peut leur remettre un résultat. C’est une communication à part\u00a0: il faut le consentement de la personne, ou un article de loi qui la permet. L’avis doit la nommer.',
    ),
    table(
      [3, 5],
      ['qui', 'réponse'],
      [
        'Bailleur de fonds, par exemple Services Québec; agente ou agent qui a dirigé la personne; employeur, présent ou futur',
        chooseOne(
          'un résultat leur est-il remis?',
          'staff',
          'Non, à personne',
          'Oui, des nombres qui ne permettent de reconnaître personne; à qui\u00a0: …………',
          'Oui, un résultat; à qui, quoi, et sur quel accord ou quel article\u00a0: …………',
        ),
      ],
    ),
    p(
      '**Si l’organisme est l’employeur de la personne qui joue.** Refuser est plus difficile devant son employeur. Dites par écrit que le jeu est facultatif et sans suite. La même loi protège le personnel. Ne donnez pas de rôle de personnel dans le cours au supérieur de cette personne, et ne versez pas le résultat au dossier d’employé. Mesurer le rendement au travail est un exemple de profilage que la loi nomme (art.\u00a08.1). Consultez le syndicat ou un comité d’employés, s’il y en a un.',
    ),
    p(
      '**Si Services Québec finance l’organisme.** L’entente de financement peut demander des renseignements sur les personnes, comme la présence ou les progrès. Ils relèvent de l’entente, et l’organisme les recueille et les remet lui-même\u00a0: NUM+ ne lui envoie rien. Si un résultat du jeu doit y aller, cochez-le ci-dessus et nommez-le dans l’avis.',
    ),
  ];
}
