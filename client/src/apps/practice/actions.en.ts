import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.practice': 'Opened the practice page',
  'do.practice.press': 'Chose “{thing}”',
  'do.practice.press.unnamed': 'Chose something',
  'do.practice.miss': 'Pressed next to it',
  'do.practice.go-on': 'Read the message and continued',
  'do.practice.seen': 'Saw the note come back',
  'do.practice.instead': 'Chose “{instead}”',
  'do.practice.instead.unnamed': 'Did the step another way',
  'do.practice.enter.word': 'Typed the word shown',
  'do.practice.enter.other': 'Typed something other than the word shown',
  'do.practice.enter.empty': 'Left the box empty',
  'do.practice.erase': 'Erased the note',
  'do.practice.use.listen': 'Tried Listen',
  'do.practice.use.pause': 'Tried Pause',
  'do.practice.use.text-size': 'Tried the text size',
  'do.practice.pass': 'Skipped the step “{step}”',
  'do.practice.pass.unnamed': 'Skipped a step',
};
