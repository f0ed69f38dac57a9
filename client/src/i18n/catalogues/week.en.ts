/** Texts of the map of the week in English, typed after the French ones. */
import type { weekFr } from './week.fr.ts';

export const weekEn: Readonly<Record<keyof typeof weekFr, string>> = {
  'week.title': 'Your week',
  'week.title.day': 'Your {day} is over',
  'week.title.end': 'Your week is over',
  'week.map': 'The days of the week',
  'week.first': 'Here is your week at the Ateliers. We take it one day at a time.',
  'week.first.open': 'The rest is chosen on the way, one scene at a time.',
  'week.next': 'Next: {title}.',
  'week.end': 'Thank you for this week with us.',
  'week.here': 'You are here',
  'week.done': 'Done',
  'week.skipped': 'Skipped',
  'week.left': 'Left',
  'week.later': 'Later',
  'week.go': 'Go on',
  'week.go.first': 'Start',

  'day.1': 'Monday',
  'day.2': 'Tuesday',
  'day.3': 'Wednesday',
  'day.4': 'Thursday',
  'day.5': 'Friday',
  'day.1.name': 'Monday',
  'day.2.name': 'Tuesday',
  'day.3.name': 'Wednesday',
  'day.4.name': 'Thursday',
  'day.5.name': 'Friday',

  'used.help': 'You asked for help. At work, everyone does.',
  'used.undo': 'You undid a step. You can always change your mind.',
  'used.listen': 'You listened to texts. That is what the voice is for.',
  'used.pause': 'You took a break. There was no rush.',
  'used.none': 'You went at your own pace, one step at a time.',
};
