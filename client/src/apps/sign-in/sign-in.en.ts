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
  'action.takeCard': 'Use this password',
  'action.confirmCode': 'Confirm code',
  'action.approveOnPhone': 'Approve on the phone',
  'action.useCode': 'Enter the code instead',
  'action.signOut': 'Sign out',

  'signIn.title': 'Sign in',
  'signIn.userName': 'User name',
  'signIn.password': 'Password',
  'signIn.keep': 'Stay signed in',

  'password.title': 'Choose a new password',
  'password.hint': 'The temporary password works only once. Make up a new one. Do not use one of your own.',
  'password.new': 'New password',
  'password.again': 'The new password again',
  'password.cards': 'Choose without typing',
  'password.cardsTitle': 'Choose one of the 4 passwords',

  'code.title': 'Enter the code',
  'code.hint': 'Your phone got a code by text. Take your time. The code does not expire.',
  'code.box': 'Code received by text',
  'code.or': 'You can also do it without the code.',

  'push.title': 'Approve on the phone',
  'push.hint': 'There is a request on your phone. Enter this number there. Take your time.',
  'push.number': 'Your number',

  'open.title': 'You are signed in',
  'open.kept': 'You stay signed in on this computer, even after you leave.',
  'open.notKept': 'Next time, you will be asked for your password.',
  'closed.title': 'You are signed out',
  'closed.text': 'Someone else can sign in now. The “Undo” button reopens your session.',

  'problem.signIn.empty': 'Fill in both boxes.',
  'problem.signIn.no-match': 'The user name and password don’t match. Look at the card.',
  'problem.password.empty': 'Type the new password in both boxes.',
  'problem.password.different': 'The 2 boxes don’t match. “Show” can help.',
  'problem.code.empty': 'Enter the code received by text.',
  'problem.code.no-match': 'That is not the code you received. Look at your texts.',
  'problem.code.denied':
    'The request was denied on the phone. Enter the code, or choose “Approve on the phone” again.',
  'problem.push.no-match': 'The phone got a different number. Enter this one.',
  'problem.card': 'Choose a password first.',

  'said.copied': 'Copied.',
  'said.pasted': 'Pasted.',
};
