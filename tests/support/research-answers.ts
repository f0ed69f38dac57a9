/** What a learner's page asks and answers about research. */
import type { ResearchAnswer } from '../../server/contract/research.ts';
import type { Problem } from '../../server/contract/session.ts';
import type { Answer, ApiLearner } from './api-learner.ts';

export async function readResearch(learner: ApiLearner): Promise<ResearchAnswer> {
  return (await learner.request<ResearchAnswer>('GET', '/api/research')).body;
}

/** To the question of now, in French, unless `change` says otherwise. */
export async function answerResearch(
  learner: ApiLearner,
  answer: 'given' | 'refused' | 'later' | 'withdrawn',
  change: { readonly version?: string; readonly future?: boolean } = {},
): Promise<Answer<ResearchAnswer & Problem>> {
  const version = (await readResearch(learner)).question?.version ?? 'closed';
  const body = { version, language: 'fr', answer, future: false, ...change };
  return learner.request('POST', '/api/research', body);
}
