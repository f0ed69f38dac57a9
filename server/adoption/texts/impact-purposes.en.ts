/** Chapter 2 of the impact assessment: purposes, grounds, refusal, necessity, proportionality. */
import { type Block, chooseOne, confirm, fill, h1, h2, p, points, table } from '../blocks.ts';
import { asksAboutResearch, type KitFacts } from '../kit-facts.ts';

export function purposesEn(facts: KitFacts): Block[] {
  return [
    h1('2. Purposes, necessity and proportionality'),
    ...grounds(facts),
    ...necessity(),
    ...proportion(),
    ...others(),
  ];
}

function grounds({ studies }: KitFacts): Block[] {
  const research = asksAboutResearch(studies);
  return [
    h2('The ground for collection, and refusal'),
    table(
      [3, 4, 4],
      ['purpose', 'ground', 'if the person refuses'],
      [
        'Play, measure, support the person',
        'A serious and legitimate reason, and only what is necessary (s.\u00a04 and 5). Public sector: what a function or a program needs (s.\u00a064). A summary is shown before the game, and the whole notice if the person opens it. The person answers “I understand”.',
        'The game cannot be played without these data: they do not play. They can also stop at any time.',
      ],
      [
        'Operate and protect the service',
        'Necessary to give the service and to account for an incident. The notice states this purpose. It also mentions the list of accesses and the people who run the server.',
        'As above',
      ],
      [
        'Research that the study names',
        research ? 'Separate consent, asked by the game' : 'Does not apply: no study asks for it',
        'Nothing changes. Staff do not know.',
      ],
      [
        'Future research; background questions',
        'A second yes, after the one to research; answers are optional',
        'Nothing changes',
      ],
    ),
    points(
      'The law requires this assessment before a system is acquired or developed (s.\u00a03.3; public sector, s.\u00a063.5).',
      'Whoever gives information after the notice consents to what the notice says (s.\u00a08.3; public sector: to check).',
      'Aids and access needs can be sensitive. If consent is needed, it then has to be express (s.\u00a012 and 13). Ask a lawyer or notary whether the notice is enough.',
    ),
    p(
      'What a person loses by not playing: ',
      confirm(
        'Nothing. No service of the organization depends on the game. Staff can assess with an interview instead.',
        'staff',
      ),
    ),
    p(
      'Forbidden use: ',
      confirm(
        'The result is not used to hire, to dismiss or to decide on benefits. The organization’s written policy says so (document 11).',
        'charge',
      ),
      ' The program cannot enforce this.',
    ),
  ];
}

function necessity(): Block[] {
  return [
    h2('Why each kind of information is necessary'),
    table(
      [3, 4, 5, 4],
      ['purpose', 'information', 'why it cannot be left out', 'what is not collected'],
      [
        'Measure',
        'Actions with times, typed texts, breaks',
        'Points come from what people do. The log lets a result be checked.',
        'Picture, sound, video, anything outside the game',
      ],
      [
        'Support',
        'Points, levels, requests for review, notes of staff',
        'Staff choose the next step together with the person.',
        'Social file, job, income, diagnosis',
      ],
      [
        'Return the grade',
        'Id in the LMS, grade, comment',
        'The LMS recognizes the person by this id.',
        'Name, e-mail',
      ],
      [
        'Show the person to the right staff',
        'Course, activity, groups',
        'A member of staff sees only their own groups.',
        'Other courses, other grades',
      ],
      [
        'Make the game accessible',
        'Comfort, aids, access needs, device',
        'Scenes adapt. An aid takes nothing from the result.',
        'Cause of the need, state of health',
      ],
      [
        'Protect the service',
        'Audit log, log of the server',
        'Tells who read what, and finds a failure.',
        'Name, IP address',
      ],
      [
        'Research, after a yes',
        'Statements under a pseudonym, answer, background questions if the study asks them',
        'Checks that the measure is fair to each group.',
        'Name, e-mail, typed texts',
      ],
    ),
  ];
}

function proportion(): Block[] {
  return [
    h2('Proportionality'),
    points(
      'A questionnaire collects less. But it measures what people believe they can do.',
      'Observation by a person collects as much, without written rules.',
      'An exercise on paper does not show what people do on a computer.',
    ),
    p(
      'Proposed conclusion: ',
      confirm(
        'No less intrusive means gives this measure. The benefit to the person outweighs the intrusion into their privacy, with the measures of chapters 6 and 8.',
        'charge',
      ),
    ),
    p(
      '**Profiling (s.\u00a08.1; public sector, s.\u00a065.0.1).** To profile is to assess a person by a technology, for example their work or their behaviour. The game may count as that. The law then requires saying so first, and saying how to activate it. The game says before it begins that it measures, and measures nothing before “I understand”. The organization judges whether this is enough.',
    ),
    h2('Two legal questions'),
    p('Ask a lawyer or notary, and keep the answer here.'),
    table(
      [4, 4],
      ['question', 'answer'],
      [
        'Aids and access needs: is express consent needed (s.\u00a012 and 13)?',
        fill('yes or no, date, who advised', 'charge'),
      ],
      [
        'Profiling (s.\u00a08.1): is what the game says before it begins enough?',
        fill('yes or no, date, who advised', 'charge'),
      ],
    ),
  ];
}

function others(): Block[] {
  return [
    h2('Recipients outside the program'),
    p(
      'NUM+ sends nothing to these people. But somebody can hand them a result. That is a communication of its own: it needs the person’s consent, or a section of the law that allows it. The notice has to name it.',
    ),
    table(
      [3, 5],
      ['who', 'answer'],
      [
        'Funder, for example Services Québec; officer who referred the person; employer, present or future',
        chooseOne(
          'are they given a result?',
          'staff',
          'No, none of them',
          'Yes, numbers from which nobody can be recognized; to whom: …………',
          'Yes, a result; to whom, which, and by what consent or section: …………',
        ),
      ],
    ),
    p(
      '**If the organization employs the person who plays.** It is harder to refuse an employer. Say in writing that the game is optional and that nothing follows from refusing. The same law protects employees. Give no staff role in the course to their supervisor, and do not put the result into the employee file. Assessing work performance is an example of profiling that the law names (s.\u00a08.1). Consult the union or an employee committee, if there is one.',
    ),
    p(
      '**If Services Québec funds the organization.** The funding agreement can ask for information about people, such as attendance or progress. It comes under the agreement, and the organization collects and hands it over itself: NUM+ sends nothing there. If a result of the game has to go there, tick it above and name it in the notice.',
    ),
  ];
}
