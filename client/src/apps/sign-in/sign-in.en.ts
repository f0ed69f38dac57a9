import type { signInFr } from './sign-in.fr.ts';

export const signInEn: Readonly<Record<keyof typeof signInFr, string>> = {
  'app.title': 'Computer',

  'card.title': 'Your card',
  'card.name': 'Name',
  'card.birthYear': 'Year of birth',
  'card.email': 'Email',
  'card.userName': 'User name',
  'card.temporaryPassword': 'Temporary password',
  'card.copyUserName': 'Copy the user name',
  'card.copyPassword': 'Copy the temporary password',

  'action.copy': 'Copy',
  'action.paste': 'Paste',
  'action.pasteIn': 'Paste into “{box}”',
  'action.show': 'Show',
  'action.showBox': 'Show: {box}',
  'action.signIn': 'Sign in',
  'action.continue': 'Continue',
  'action.takeCard': 'Take this password',
  'action.confirmCode': 'Confirm the code',
  'action.signOut': 'Sign out',

  'signIn.title': 'Sign in',
  'signIn.userName': 'User name',
  'signIn.password': 'Password',
  'signIn.keep': 'Stay signed in',

  'password.title': 'Choose a new password',
  'password.hint': 'The temporary password works only once.',
  'password.new': 'New password',
  'password.again': 'The same one again',
  'password.cards': 'Choose without typing',
  'password.cardsTitle': 'Choose one of the 4 cards',

  'code.title': 'Enter the code',
  'code.hint': 'Your phone got a code by text message. Take your time. The code stays good.',
  'code.box': 'Code received by text',

  'open.title': 'You are signed in',
  'open.kept': 'Your session stays open on this computer, even after you leave.',
  'open.notKept': 'Your session closes by itself when you leave.',
  'closed.title': 'You are signed out',
  'closed.text': 'Another person can sign in now. The “Undo” button opens your session again.',

  'problem.signIn.empty': 'Fill in the 2 boxes.',
  'problem.signIn.no-match': 'The name and the password do not go together. Look at your card.',
  'problem.password.empty': 'Write the new password in the 2 boxes.',
  'problem.password.different': 'The 2 boxes do not say the same. “Show” can help.',
  'problem.code.empty': 'Enter the code received by text.',
  'problem.code.no-match': 'This is not the code you received. Look at the texts.',
  'problem.card': 'First choose a card.',

  'said.copied': 'It is copied.',
  'said.pasted': 'It is pasted.',
};
