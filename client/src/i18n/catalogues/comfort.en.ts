import type { comfortFr } from './comfort.fr.ts';

export const comfortEn: Readonly<Record<keyof typeof comfortFr, string>> = {
  'comfort.title': 'Your comfort',
  'comfort.close': 'Close',
  'comfort.intro': 'Choose what helps you. You can change it at any time.',

  'comfort.language': 'Language',

  'comfort.text-size': 'Text size',
  'comfort.text-size.100': 'Normal',
  'comfort.text-size.125': 'Large',
  'comfort.text-size.150': 'Very large',
  'comfort.text-size.200': 'Double',

  'comfort.contrast': 'Contrast',
  'comfort.contrast.system': 'Same as the device',
  'comfort.contrast.high': 'Strong, black on white',

  'comfort.motion': 'Motion on the screen',
  'comfort.motion.system': 'Same as the device',
  'comfort.motion.off': 'None',

  'comfort.voice': 'Reading aloud',
  'comfort.voice.note': 'Nothing speaks before you press “Listen”.',
  'comfort.voice.on': 'With “Listen”',
  'comfort.voice.off': 'No reading',
  'comfort.voice.none': 'This device has no voice to read aloud.',
  'comfort.voice-choice': 'Which voice?',
  'comfort.voice-pace': 'Speed of the voice',
  'comfort.voice-pace.normal': 'Normal',
  'comfort.voice-pace.slow': 'Slower',
  'comfort.helper': 'Somebody beside me',
  'comfort.helper.off': 'No, nobody',
  'comfort.helper.on': 'Yes, to help me',
  'comfort.helper.note': 'A person may read and click for you. That is allowed.',
  'comfort.helper.how': 'After each help, press “Helping hand”. Your result does not go down.',
  'comfort.sample': 'Hello! I read the texts aloud for you.',
};
