import type { gradesFr } from './grades.fr.ts';

export const gradesEn: Readonly<Record<keyof typeof gradesFr, string>> = {
  'kind.legend': 'What the gradebook gets',
  'kind.measure': 'The measure, with a comment',
  'kind.measure.text': 'A number from 1 to 100. The comment gives the level and the strengths.',
  'kind.level': 'The level',
  'kind.level.text': '25, 50, 75 or 100. The comment gives the level in words.',
  'kind.done': '“Done”',
  'kind.done.text': '100 once the minimum number of scenes is played. Nothing else.',

  'shown.yes': 'In {lms}, people see the grade only if you post it.',
  'shown.unknown': 'NUM+ asks {lms} not to show it. Check with a test account.',
  'shown.no.measure': 'In {lms}, the person sees the number, such as 62 out of 100.',
  'shown.no.level': 'In {lms}, the person sees 25, 50, 75 or 100 out of 100.',
  'shown.no.done': 'In {lms}, the person sees 100 out of 100 when it is done.',

  'card.title': 'In the gradebook',
  'card.now': 'Right now: {kind}.',
  'card.always':
    'This activity is too short for a level. The gradebook only gets “done”, 100 out of 100.',
  'card.change': 'Change',
  'card.before': 'NUM+ will replace the grades already sent, for everyone.',
  'card.go': 'Change for everyone',
  'card.cancel': 'Close',
  'card.not': 'Nothing changed. Try again in a minute. Doing it twice is safe.',
  'card.done.one': 'Changed. {count} grade is on its way to the gradebook.',
  'card.done.other': 'Changed. {count} grades are on their way to the gradebook.',
  'card.done.none': 'Changed. No grade in the gradebook needs replacing.',

  'hide.title': 'Hide the column from people',
  'hide.why': 'Moodle shows the grade to the person, even though NUM+ asks it not to.',
  'hide.1': 'In the course, open “Grades”.',
  'hide.2': 'In the menu at the top, choose “Gradebook setup”.',
  'hide.3': 'On the activity’s row, open the “⋮” menu.',
  'hide.4': 'Choose “Hide”.',
  'hide.or': 'Another way: choose “Done” here. No one sees a measure then.',
  'hide.figure': 'Drawing: the activity’s row, its open menu and the choice “Hide”.',
  'hide.figure.row': 'NUM+ activity',
  'hide.figure.edit': 'Edit',
  'hide.figure.hide': 'Hide',
};
