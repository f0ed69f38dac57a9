import type { ScanAction } from '../../scenarios/world/scan/types.ts';
import { type AppStatements, thing, view } from './declare.ts';

const code = thing('printed-code', 'printedCode', 'codeId');
const camera = view('camera', 'Camera', 'Appareil photo');
const permission = view(
  'camera-permission',
  'Permission to use the camera',
  'Permission de l’appareil photo',
);

export const scan: AppStatements<ScanAction> = {
  name: { en: 'Code reader', fr: 'Lecteur de codes' },
  actions: {
    start: { verb: 'opened', tier: 3, object: camera },
    stop: { verb: 'closed', tier: 3, object: camera },
    allow: { verb: 'accepted', tier: 2, object: permission },
    refuse: { verb: 'denied', tier: 2, object: permission },
    read: { verb: 'previewed', tier: 2, object: code, extensions: { via: () => 'camera' } },
    enter: { verb: 'previewed', tier: 2, object: code, extensions: { via: () => 'typed' } },
    cancel: { verb: 'closed', tier: 3, object: view('address', 'Address of a code', 'Adresse d’un code') },
    open: { verb: 'accessed', tier: 2, object: code },
  },
};
