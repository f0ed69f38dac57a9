/** The part of PlayServer that asks background questions. */
import {
  type BackgroundAnswer,
  type BackgroundAnswers,
  type BackgroundRequest,
  noBackground,
} from '../../../server/contract/background.ts';
import { backgroundIntroduction, backgroundQuestions } from '../../../server/studies/background-questions.ts';

export class BackgroundServer {
  /** The person agreed to a study that asks about people. */
  isAsked = false;
  answers: BackgroundAnswers = noBackground;

  isRefusing = false;

  answer(method: string, body: unknown): Response {
    if (this.isRefusing) return Response.json({ code: 'session.forbidden' }, { status: 403 });
    if (method === 'POST') this.answers = (body as BackgroundRequest).answers;
    const answer: BackgroundAnswer = {
      questions: backgroundQuestions,
      introduction: backgroundIntroduction,
      isAsked: this.isAsked,
      answers: this.answers,
      padding: '',
    };
    return Response.json(answer);
  }
}
