import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.sign-in': 'Opened the sign-in page',
  'do.sign-in.copy.user-name': 'Copied the user name from the card',
  'do.sign-in.copy.password': 'Copied the temporary password from the card',
  'do.sign-in.keep.true': 'Checked “Stay signed in”',
  'do.sign-in.keep.false': 'Unchecked “Stay signed in”',
  'do.sign-in.sign-in': 'Tried to sign in',
  'do.sign-in.set-password': 'Entered a new password',
  'do.sign-in.choose-card': 'Chose a ready-made password',
  'do.sign-in.enter-code': 'Entered a code',
  'do.sign-in.second-step.push': 'Chose to approve on the phone',
  'do.sign-in.second-step.code': 'Chose to enter the code',
  'do.sign-in.approve': 'Pressed “Approve” for the sign-in',
  'do.sign-in.deny': 'Denied the sign-in request',
  'do.sign-in.sign-out': 'Signed out',
};
