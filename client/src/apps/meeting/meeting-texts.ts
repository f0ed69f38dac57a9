import { createAppTranslator } from '../kit/kit-texts.ts';
import { meetingEn } from './meeting.en.ts';
import { meetingFr } from './meeting.fr.ts';

export const t = createAppTranslator(meetingFr, meetingEn);
