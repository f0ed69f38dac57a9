import type { scanFr } from './scan.fr.ts';

export const scanEn: Readonly<Record<keyof typeof scanFr, string>> = {
  'app.title': 'Code reader',

  'app.screen': 'Poster and codes',
  'poster.wall': 'The poster in front of you',
  'poster.camera': 'What the camera sees',
  'poster.sticker': 'Sticker, stuck on the poster',
  'code.picture': 'QR code',
  'code.typed': 'No camera? Type: {typed}',
  'code.read': 'Read this code',

  'camera.start': 'Open the camera',
  'camera.stop': 'Close the camera',
  'camera.denied': 'The code reader is not allowed to use the camera.',

  'ask.title': 'The code reader wants to use the camera.',
  'ask.body': 'It will see what is in front of the phone.',
  'ask.allow': 'Allow',
  'ask.refuse': 'Don’t allow',

  'enter.label': 'Code to type',
  'enter.button': 'Read',
  'enter.empty': 'Type a code first.',
  'enter.unknown': 'No code matches this. Check each letter and number.',

  'address.title': 'Address in this code',
  'address.open': 'Open',
  'address.cancel': 'Don’t open',

  'said.allowed': 'The camera is allowed.',
  'said.refused': 'The camera is not allowed.',
  'said.cancelled': 'The address was not opened.',
  'said.opened': 'The page is open.',
};
