import type { phoneFr } from './phone.fr.ts';

export const phoneEn: Readonly<Record<keyof typeof phoneFr, string>> = {
  'app.title': 'Text messages',

  'action.back': 'All texts',
  'action.send': 'Send',
  'action.copyCode': 'Copy the code',
  'action.report': 'Report',
  'action.keep': 'Remove report',
  'action.delete': 'Delete',
  'action.approve': 'Approve',
  'action.deny': 'This isn’t me',

  'list.title': 'Conversations',
  'list.unread': 'Unread',
  'list.me': 'You: {text}',
  'list.none': 'No messages',
  'conversation.choose': 'Choose a conversation.',
  'conversation.messages': 'Messages',
  'conversation.empty': 'There are no messages here yet.',
  'conversation.answer': 'Your reply',

  'message.from': '{name} · {date}',
  'message.me': 'You',
  'message.now': 'Just now',
  'message.actions': 'Message actions',
  'message.do': '{action}: {words}',
  'message.reported': 'Reported as dangerous',
  'message.deleted': 'Message deleted',
  'message.copied': 'Code copied',

  'request.title': 'Is this you?',
  'request.from': 'Someone is signing in: {place}.',
  'request.number': 'Number shown on the computer',

  'problem.request.empty': 'Enter the number shown on the computer.',
  'problem.request.no-match': 'That is not the number shown on the computer.',
  'problem.empty': 'Your message was not sent. Choose a sentence or write a word.',

  'said.sent': 'Message sent.',
  'said.copied': 'Code copied.',
  'said.reported': 'Message reported. The “Undo” button takes the report back.',
  'said.kept': 'The message is no longer reported.',
  'said.deleted': 'Message deleted. The “Undo” button brings it back.',
  'said.approved': 'Sign-in approved. Go back to the computer.',
  'said.denied': 'The request is denied.',
  'said.followed': 'The page is open.',
};
