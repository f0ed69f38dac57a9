/** Asks an LMS for notices (Platform Notification Service 1.0). */
import type { Caller } from '../net/guarded-fetch.ts';
import { contextCopyNotice, noticeScope } from '../notice-names.ts';
import { callService, isSuccess, readBusy, type ServiceDeps } from './service-call.ts';

export interface NoticeHandlers {
  /** Idempotent: the LMS has one handler per type and tool. Never throws. */
  put(request: {
    readonly client: Caller;
    readonly url: string;
    readonly handler: string;
    readonly mostNotices: number;
  }): Promise<{ readonly kind: 'done' | 'retry' | 'refused'; readonly detail: string }>;
}

export function createNoticeHandlers(deps: ServiceDeps): NoticeHandlers {
  return {
    async put({ client, url, handler, mostNotices }) {
      const answer = await callService(deps, {
        client,
        scope: noticeScope,
        url,
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ notice_type: contextCopyNotice, handler, max_batch_size: mostNotices }),
      });
      if ('kind' in answer)
        return { kind: answer.kind === 'retry' ? 'retry' : 'refused', detail: answer.detail };
      const detail = `status ${answer.status}`;
      if (isSuccess(answer)) return { kind: 'done', detail };
      return { kind: readBusy(answer, deps.clock()) === undefined ? 'refused' : 'retry', detail };
    },
  };
}
