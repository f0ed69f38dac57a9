import type { WorldApp } from '../app.ts';
import { meetingActs } from './acts.ts';
import { reduceMeeting, startMeeting } from './meeting.ts';
import type { MeetingAction, MeetingRefusal, MeetingState, MeetingWorld } from './types.ts';

export const meeting: WorldApp<MeetingWorld, MeetingState, MeetingAction, MeetingRefusal> = {
  start: startMeeting,
  reduce: reduceMeeting,
  acts: meetingActs,
};
