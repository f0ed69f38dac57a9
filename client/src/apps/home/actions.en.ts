import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.home': 'Went back to the home screen of the phone',
  'do.home.open-icon': 'Opened the app “{icon}”',
  'do.home.open-icon.unnamed': 'Opened an app',
  'do.home.back': 'Went back to the page before',
  'do.home.leave': 'Went back to the home screen of the phone',
  'do.home.open-notice': 'Opened the notice “{notice}”',
  'do.home.open-notice.unnamed': 'Opened a notice',
  'do.home.answer-notice': 'Answered “{answer}” to the notice “{notice}”',
  'do.home.answer-notice.unnamed': 'Answered a notice',
  'do.home.open-settings': 'Opened the settings “{page}”',
  'do.home.open-settings.unnamed': 'Opened a page of settings',
  'do.home.find-settings': 'Found the settings “{page}” by search',
  'do.home.find-settings.unnamed': 'Found a page of settings by search',
  'do.home.switch.on': 'Turned “{setting}” on',
  'do.home.switch.on.unnamed': 'Turned a setting on',
  'do.home.switch.off': 'Turned “{setting}” off',
  'do.home.switch.off.unnamed': 'Turned a setting off',
};
