/**
 * Stores a value in the LMS’s page by messages (LTI platform storage 0.1) if a frame gets no cookie. Sends
 * to and accepts from one origin only.
 */
import type { PlatformStorageAddress } from '../../../server/contract/launch-page.ts';

export interface StorageWindow {
  readonly parent: unknown;
  readonly opener: unknown;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number): void;
}

/** What a browser allows with a window of another site. */
interface OtherWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** Older LMSs use a longer name; Sakai uses text. */
interface Dialect {
  readonly prefix: 'lti.' | 'org.imsglobal.lti.';
  readonly asText: boolean;
}

type Task = 'capabilities' | 'put_data' | 'get_data';
type Fields = Readonly<Record<string, unknown>>;

interface Answer {
  readonly fields: Fields;
  readonly dialect: Dialect;
}

/** For all messages together. */
const limitMs = 1_500;
/**
 * A page with storage answers at once. If it does not, the frame that the login named may be asked all the
 * same.
 */
const capabilitiesMs = 600;

const dialects: readonly Dialect[] = [
  { prefix: 'lti.', asText: false },
  { prefix: 'org.imsglobal.lti.', asText: false },
  { prefix: 'lti.', asText: true },
  { prefix: 'org.imsglobal.lti.', asText: true },
];

export class PlatformStorage {
  readonly #window: StorageWindow;
  readonly #address: PlatformStorageAddress;
  readonly #newId: () => string;

  constructor(window: StorageWindow, address: PlatformStorageAddress, newId: () => string) {
    this.#window = window;
    this.#address = address;
    this.#newId = newId;
  }

  async put(value: string): Promise<boolean> {
    const { key } = this.#address;
    const answer = await this.#ask('put_data', { key, value });
    return answer?.key === key;
  }

  async get(): Promise<string | undefined> {
    const { key } = this.#address;
    const answer = await this.#ask('get_data', { key });
    return answer?.key === key && typeof answer.value === 'string' ? answer.value : undefined;
  }

  async #ask(task: 'put_data' | 'get_data', fields: Fields): Promise<Fields | undefined> {
    const platform = this.#findPlatform();
    if (platform === undefined) return undefined;
    const { target } = this.#address;
    const capable = await this.#send(platform, 'capabilities', {}, { spoken: dialects, ms: capabilitiesMs });
    const offer = capable === undefined ? undefined : findOffer(capable, task);
    if (offer === undefined && target === null) return undefined;
    // The page's offer is newer than the login's.
    const frame = findFrame(platform, offer?.frame ?? target);
    const spoken = capable === undefined ? dialects : [capable.dialect];
    const answer = await this.#send(frame, task, fields, { spoken, ms: limitMs - capabilitiesMs });
    return answer?.fields.error === undefined ? answer?.fields : undefined;
  }

  /** Sends a message in each dialect with the same id; the first response counts. */
  #send(
    to: OtherWindow,
    task: Task,
    fields: Fields,
    { spoken, ms }: { readonly spoken: readonly Dialect[]; readonly ms: number },
  ): Promise<Answer | undefined> {
    const messageId = this.#newId();
    const post = (): void => {
      for (const { prefix, asText } of spoken) {
        const message = { subject: `${prefix}${task}`, message_id: messageId, ...fields };
        to.postMessage(asText ? JSON.stringify(message) : message, this.#address.origin);
      }
    };
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined): void => {
        this.#window.removeEventListener('message', listen);
        for (const timer of timers) this.#window.clearTimeout(timer);
        resolve(answer);
      };
      const listen = (event: MessageEvent<unknown>): void => {
        if (event.origin !== this.#address.origin || event.source !== to) return;
        const answer = readAnswer(event.data, task, messageId);
        if (answer !== undefined) end(answer);
      };
      this.#window.addEventListener('message', listen);
      // Repeats: the LMS's page may still be loading.
      const timers = [
        this.#window.setTimeout(post, ms / 3),
        this.#window.setTimeout(post, (2 * ms) / 3),
        this.#window.setTimeout(() => {
          end(undefined);
        }, ms),
      ];
      post();
    });
  }

  /** The parent of this frame, or this window's opener. */
  #findPlatform(): OtherWindow | undefined {
    const { parent, opener } = this.#window;
    const platform = parent === this.#window ? opener : parent;
    return isWindow(platform) ? platform : undefined;
  }
}

function readAnswer(data: unknown, task: Task, messageId: string): Answer | undefined {
  const asText = typeof data === 'string';
  const fields = asText ? parseFields(data) : data;
  if (!isFields(fields) || fields.message_id !== messageId) return undefined;
  const dialect = dialects.find(
    (one) => one.asText === asText && fields.subject === `${one.prefix}${task}.response`,
  );
  return dialect && { fields, dialect };
}

/** Undefined if the page does not offer the task. */
function findOffer({ fields }: Answer, task: Task): { readonly frame: string | null } | undefined {
  const offers: unknown = fields.supported_messages;
  if (!Array.isArray(offers)) return undefined;
  const offer = offers.find(
    (one: unknown) => isFields(one) && typeof one.subject === 'string' && one.subject.endsWith(`.${task}`),
  ) as unknown;
  if (!isFields(offer)) return undefined;
  return { frame: typeof offer.frame === 'string' ? offer.frame : null };
}

/** The frame of this name, or the page itself if we cannot reach one. */
function findFrame(platform: OtherWindow, name: string | null): OtherWindow {
  if (name === null || name === '_parent') return platform;
  try {
    const frames: unknown = Reflect.get(platform, 'frames');
    const frame: unknown = isObject(frames) ? Reflect.get(frames, name) : undefined;
    return isWindow(frame) ? frame : platform;
  } catch {
    // Browsers throw if a window of another site has no such frame.
    return platform;
  }
}

function parseFields(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFields(value: unknown): value is Fields {
  return isObject(value);
}

function isWindow(value: unknown): value is OtherWindow {
  return isObject(value) && typeof Reflect.get(value, 'postMessage') === 'function';
}
