/** What a person is told about their data and asked about research. */
import type { NoticeAnswer } from '../../../server/contract/notice.ts';
import type { AttemptAnswer, AttemptView } from '../../../server/contract/play.ts';
import type { ResearchAnswer, ResearchRequest } from '../../../server/contract/research.ts';
import type { OwnDataAnswer } from '../../../server/contract/own-data.ts';
import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/problem.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import type { Attempt } from './attempt.svelte.ts';
import { shownNotice } from './screen.ts';
import type { TabMemory } from './tab-memory.ts';

export type ResearchChoice = Pick<ResearchRequest, 'answer' | 'future'>;

type NoticeApi = Pick<
  Api,
  | 'readNotice'
  | 'acceptNotice'
  | 'startAttempt'
  | 'readResearch'
  | 'answerResearch'
  | 'readOwnData'
  | 'eraseOwnData'
>;

export class OwnData {
  readonly #api: NoticeApi;
  readonly #tab: Pick<TabMemory, 'read' | 'write'>;
  /** Edition of our own words, then the study's version. */
  #version = '';
  /** Of the attempt that may begin next. */
  #number = 1;
  #asksResearch = false;

  constructor(api: NoticeApi, tab: Pick<TabMemory, 'read' | 'write'>) {
    this.#api = api;
    this.#tab = tab;
  }

  note({ noticeVersion, attempt, asksResearch }: AttemptAnswer): void {
    this.#asksResearch = asksResearch;
    this.#version = noticeVersion;
    this.#number = (attempt?.number ?? 0) + 1;
  }

  /** @throws ApiProblem attempt.none-left; notice.outdated if this client shows the words of another edition */
  checkBegin({ mayBeginAnother }: Pick<AttemptAnswer, 'mayBeginAnother'>): void {
    if (!mayBeginAnother) throw new ApiProblem('attempt.none-left', 409);
    this.checkEdition();
  }

  /** @throws ApiProblem notice.outdated */
  checkEdition(): void {
    if (this.#version.split('.')[0] !== shownNotice) throw new ApiProblem('notice.outdated', 409);
  }

  /** Also after a page was loaded again while the question was open. */
  isResearchDue({ hasPlayed }: Pick<AttemptView, 'hasPlayed'>): boolean {
    return this.#asksResearch && hasPlayed;
  }

  leaveResearch(): void {
    this.#asksResearch = false;
  }

  /** Whether the first part of this question has a yes, also after a page was loaded again. */
  hasAgreed(version: string): boolean {
    return this.#tab.read().agreed === version;
  }

  /** Sent with the answer to the second part, so only the tab has it until then. */
  keepAgreed(version: string | null): void {
    this.#tab.write({ agreed: version });
  }

  readResearch(): Promise<ResearchAnswer> {
    return this.#api.readResearch();
  }

  async answerResearch(version: string, choice: ResearchChoice): Promise<ResearchAnswer> {
    const answer = await this.#api.answerResearch({ version, language: locale.current, ...choice });
    this.#asksResearch = false;
    this.keepAgreed(null);
    return answer;
  }

  /** From a study that is not the one of the question. */
  withdrawFrom(study: string): Promise<ResearchAnswer> {
    const rest = { version: 'other', language: locale.current, future: false } as const;
    return this.#api.answerResearch({ answer: 'withdrawn', study, ...rest });
  }

  readKept(): Promise<OwnDataAnswer> {
    return this.#api.readOwnData();
  }

  /** For good, here too. @throws ApiProblem if the server did not confirm */
  async erase(attempt: Pick<Attempt, 'forget'> | null): Promise<void> {
    await this.#api.eraseOwnData();
    this.keepAgreed(null);
    await attempt?.forget();
  }

  readNotice(): Promise<NoticeAnswer> {
    return this.#api.readNotice();
  }

  async begin(): Promise<AttemptView> {
    this.checkEdition();
    const [noticeVersion, number] = [this.#version, this.#number];
    return this.#api.startAttempt({ noticeVersion, language: locale.current, number });
  }

  /** In an attempt that goes on. */
  async accept(attemptId: string): Promise<void> {
    await this.#api.acceptNotice(attemptId, { noticeVersion: this.#version });
  }
}
