import type { comfortFr } from './comfort.fr.ts';

export const comfortEn: Readonly<Record<keyof typeof comfortFr, string>> = {
  'comfort.title': 'Your comfort',
  'comfort.close': 'Close',
  'comfort.intro': 'Choose what helps you. You can change it at any time.',

  'comfort.language': 'Language',

  'comfort.data': 'See what is kept about you.',
  'comfort.data.read': 'My data',

  'comfort.text-size': 'Text size',
  'comfort.text-size.100': 'Normal',
  'comfort.text-size.125': 'Large',
  'comfort.text-size.150': 'Very large',
  'comfort.text-size.200': 'Double',

  'comfort.contrast': 'Contrast',
  'comfort.contrast.system': 'Same as the device',
  'comfort.contrast.high': 'High, black on white',

  'comfort.motion': 'Motion on screen',
  'comfort.motion.system': 'Same as the device',
  'comfort.motion.off': 'None',

  'comfort.voice': 'Reading aloud',
  'comfort.voice.note': 'Nothing is read aloud until you press “Listen”.',
  'comfort.voice.on': 'With “Listen”',
  'comfort.voice.off': 'No reading aloud',
  'comfort.voice.none': 'This device can’t read text aloud.',
  'comfort.voice-choice': 'Which voice?',
  'comfort.voice-pace': 'Voice speed',
  'comfort.voice-pace.normal': 'Normal',
  'comfort.voice-pace.slow': 'Slower',
  'comfort.helper': 'Someone beside me',
  'comfort.helper.off': 'No, no one',
  'comfort.helper.on': 'Yes, to help me',
  'comfort.helper.note': 'Someone may read and click for you. That’s allowed.',
  'comfort.helper.how': 'Each time they help, press “Helping hand”. Your result will not go down.',
  'comfort.sample': 'Hello! I read text aloud for you.',
};
