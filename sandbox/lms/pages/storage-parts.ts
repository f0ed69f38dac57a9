import type { StorageSetting } from '../control-command.ts';
import { storageFrameName } from '../platform-storage.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

interface StorageParts {
  readonly setting: StorageSetting;
  /** Only its messages are answered. */
  readonly toolOrigin: string;
}

/** `keeper` stores, `guide` only names the frame that does, `both` needs no frame. */
type Part = 'keeper' | 'guide' | 'both';

/** `otherOrigin` is a second name of this LMS, for the fault `other-origin`. */
export function createStorageParts(parts: StorageParts, otherOrigin: string): Markup | undefined {
  const { mode, fault } = parts.setting;
  if (mode === 'none' || fault === 'silent') return undefined;
  if (mode === 'parent') return script(parts, 'both');
  const source = `${fault === 'other-origin' ? otherOrigin : ''}/mod/lti/storage.php`;
  return markup`<iframe name="${storageFrameName}" title="${storageFrameName}" src="${source}" hidden></iframe>
${script(parts, 'guide')}`;
}

export function createStorageFrame(parts: StorageParts): Markup {
  return script(parts, 'keeper');
}

function script({ setting, toolOrigin }: StorageParts, part: Part): Markup {
  return markup`<script src="/assets/storage.js" data-tool="${toolOrigin}" data-prefix="${setting.spelling}"
 data-form="${setting.asText ? 'string' : 'object'}" data-part="${part}" data-frame="${storageFrameName}"></script>`;
}

/** Counts messages, so tests see what a page of another origin received. */
export const STORAGE_SCRIPT = `(() => {
  const { tool, prefix, form, part, frame } = document.currentScript.dataset;
  const root = document.documentElement.dataset;
  const values = new Map();
  const tasks = {
    capabilities: () => part !== 'keeper' && {
      supported_messages: ['capabilities', 'put_data', 'get_data'].map((task) => ({
        subject: prefix + task,
        ...(part === 'guide' && task !== 'capabilities' ? { frame } : {}),
      })),
    },
    put_data: ({ key, value }) => part !== 'guide' && (values.set(key, value), { key, value }),
    get_data: ({ key }) => part !== 'guide' && { key, value: values.get(key) },
  };
  root.messages = '0';
  addEventListener('message', (event) => {
    root.messages = String(Number(root.messages) + 1);
    if (event.origin !== tool || typeof event.data !== form) return;
    const message = form === 'string' ? JSON.parse(event.data) : event.data;
    const subject = String(message.subject);
    const answer = subject.startsWith(prefix) && tasks[subject.slice(prefix.length)]?.(message);
    if (!answer) return;
    const response = { subject: subject + '.response', message_id: message.message_id, ...answer };
    event.source.postMessage(form === 'string' ? JSON.stringify(response) : response, event.origin);
  });
})();
`;
