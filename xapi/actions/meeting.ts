import type { MeetingAction } from '../../scenarios/world/meeting/types.ts';
import { type AppStatements, lengthClassOf, thing, view, withTextFeatures } from './declare.ts';

const meetingView = view('meeting', 'Video meeting', 'Réunion vidéo');
const hand = view('hand', 'Raised hand', 'Main levée');
const draft = view('draft', 'Message being written', "Message en cours d'écriture");
const panel = view('panel', 'Panel of the meeting', 'Volet de la réunion');
const sharing = view('sharing', 'Sharing a window', 'Partage d’une fenêtre');
const onOrOff = { choice: ({ on }: { readonly on: boolean }): string => (on ? 'on' : 'off') };
const phrase = thing('phrase', 'phrase', 'phraseId');

export const meeting: AppStatements<MeetingAction> = {
  name: { en: 'Video meeting', fr: 'Réunion vidéo' },
  actions: {
    open: { verb: 'opened', tier: 2, object: thing('meeting', 'meeting', 'meetingId') },
    close: { verb: 'closed', tier: 3, object: meetingView },
    join: { verb: 'submitted', tier: 2, object: meetingView },
    next: { verb: 'opened', tier: 3, object: view('caption', 'Next caption', 'Sous-titre suivant') },
    leave: { verb: 'left', tier: 2, object: meetingView },
    'choose-way': { verb: 'selected', tier: 2, object: thing('way', 'choice', 'way') },
    mic: {
      verb: 'updated',
      tier: 2,
      object: view('microphone', 'Microphone', 'Micro'),
      extensions: onOrOff,
    },
    camera: {
      verb: 'updated',
      tier: 2,
      object: view('camera', 'Camera', 'Caméra'),
      extensions: onOrOff,
    },
    hand: { verb: 'updated', tier: 2, object: hand, extensions: onOrOff },
    'open-panel': { verb: 'opened', tier: 3, object: panel },
    'close-panel': { verb: 'closed', tier: 3, object: panel },
    test: { verb: 'previewed', tier: 2, object: view('level', 'Level of the microphone', 'Niveau du micro') },
    share: { verb: 'submitted', tier: 2, object: sharing },
    'stop-share': { verb: 'deselected', tier: 2, object: sharing },
    'choose-source': { verb: 'selected', tier: 2, object: thing('source', 'setting', 'sourceId') },
    pick: { verb: 'selected', tier: 2, object: thing('window', 'choice', 'windowId') },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: draft, extensions: { lengthClass: lengthClassOf } },
    say: {
      verb: 'sent',
      tier: 2,
      object: view('speech', 'What is said aloud', 'Paroles'),
      ...withTextFeatures,
    },
    send: { verb: 'sent', tier: 2, object: draft, ...withTextFeatures },
  },
};
