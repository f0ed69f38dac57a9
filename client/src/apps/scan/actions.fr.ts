export const actionsFr = {
  'do.desk.open-app.scan': 'A ouvert le lecteur de codes',
  'do.scan.start': 'A voulu ouvrir l’appareil photo',
  'do.scan.stop': 'A fermé l’appareil photo',
  'do.scan.allow': 'A autorisé l’appareil photo',
  'do.scan.refuse': 'A refusé l’appareil photo',
  'do.scan.read': 'A lu un code\u00A0: {code}',
  'do.scan.read.unnamed': 'A lu un code',
  'do.scan.enter': 'A tapé un code\u00A0: {code}',
  'do.scan.enter.unnamed': 'A tapé un code',
  'do.scan.cancel': 'N’a pas ouvert l’adresse d’un code',
  'do.scan.open': 'A ouvert l’adresse d’un code\u00A0: {code}',
  'do.scan.open.unnamed': 'A ouvert l’adresse d’un code',
} as const;
