import type { formFr } from './form.fr.ts';

export const formEn: Readonly<Record<keyof typeof formFr, string>> = {
  'app.title': 'Web browser',

  'bar.address': 'Page address',
  'bar.home': 'Home',
  'bar.homeAddress': 'Home page',
  'bar.results': 'Search: {asked}',

  'start.message': 'Message received',
  'start.search': 'Search the web for the form',
  'start.searchHelp': 'You can also look for the form yourself.',

  'results.title': '{engine}: {asked}',
  'results.sponsored': 'Ad',

  'field.required': '(required)',
  'field.optional': '(optional)',
  'field.attach': 'Attach a file',
  'field.attachTo': 'Attach a file: {label}',
  'field.detach': 'Remove {name}',
  'field.replace': 'Choose another file',
  'field.noFile': 'No file attached.',
  'field.secretKept': 'Filled in. The numbers stay hidden.',
  'field.passwordKept': 'Filled in. The password stays hidden.',

  'file.pdf': 'PDF document',
  'file.document': 'Document',
  'file.photo': 'Photo',
  'files.title': 'Your files',
  'files.choose': 'Choose a file for “{label}”.',
  'files.close': 'Close',

  'problem.title.one': '{count} box left to fix',
  'problem.title.other': '{count} boxes left to fix',
  'problem.done': 'Everything is fixed. Choose “Continue”.',
  'problem.mended': 'Fixed.',
  'problem.missing.text': 'Fill in this box.',
  'problem.missing.secret': 'Fill in this box.',
  'problem.missing.choice': 'Choose an answer.',
  'problem.missing.file': 'Attach a file.',
  'problem.format.date': 'Enter the year, the month and the day, with hyphens (-).',
  'problem.format.phone': 'Enter 10 digits. Example: 819 555-0100',
  'problem.format.words': 'Fill in this box.',
  'problem.file': 'The site does not accept this type of file. Choose a PDF document.',

  'action.continue': 'Continue',
  'action.send': 'Send the form',
  'action.change': 'Change',
  'action.changeOf': 'Change: {label}',
  'action.copy': 'Copy the number',
  'action.print': 'Print the page',
  'action.capture': 'Take a screenshot',

  'summary.title': 'Check your answers',
  'summary.notSent': 'The form has not been sent yet.',
  'summary.empty': 'Empty',
  'summary.secret': 'Filled in',

  'sent.title': 'Form sent',
  'sent.number': 'Confirmation number',
  'sent.keep': 'Keep the number. Copy it, print it, take a screenshot or write it down.',

  'paper.keep': 'I wrote it on paper',
  'paper.hidden': 'The number is hidden for a moment.',
  'paper.ask': 'Look at your paper. What are the last 2 digits?',
  'paper.ok': 'OK',
  'paper.back': 'Show the number again',
  'paper.other': 'Those are other digits. Look at the number again, then try again.',

  'pad.title': 'Notepad',
  'pad.label': 'Your notes',
  'pad.paste': 'Paste the number',

  'said.attached': 'File attached: {name}',
  'said.detached': 'File removed.',
  'said.sent': 'Form sent.',
  'said.copy': 'Number copied.',
  'said.print': 'Printed, in this game only.',
  'said.paper': 'The number is on your paper.',
  'said.capture': 'Screenshot saved, in this game only.',
  'said.pasted': 'The number is in the notepad.',
};
