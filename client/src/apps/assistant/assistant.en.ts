import type { assistantFr } from './assistant.fr.ts';

export const assistantEn: Readonly<Record<keyof typeof assistantFr, string>> = {
  'app.title': 'AI assistant',
  'app.simulated': 'This assistant is simulated. It can make mistakes.',

  'conversation.title': 'Conversation',
  'conversation.me': 'You',
  'conversation.assistant': 'Assistant',
  'conversation.empty': 'Write a request. The assistant will answer here.',

  'request.title': 'Your request',
  'request.box': 'Write your request',
  'request.hint': 'Choose a sentence. It goes into your request.',
  'action.send': 'Send',
  'action.insert': 'Add to the document',

  'problem.empty': 'Your request was not sent. Choose a sentence or write a word.',

  'said.answer': 'The assistant answers: {text}',
  'said.added': 'The sentence was added to your request.',
  'said.inserted': 'The text is in the document.',
};
