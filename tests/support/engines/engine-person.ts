/** A person at a browser of any engine who plays the inbox scene, in French. Finds buttons by their names. */
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { helpFr } from '../../../client/src/i18n/catalogues/help.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { Stack } from '../stack.ts';
import { until } from '../until.ts';
import type { EngineTab, Place } from './engine.ts';

const words = { ...shellFr, ...helpFr, ...kitFr, ...mailFr };

const answer = 'Bonjour Nadia, oui, je peux. Je viens à 17 h. Merci!';

const question = `document.querySelector('[data-row="m5"]')`;
const textBox = `document.querySelector('textarea')`;

/** Leaves the keys in the page: what comes later can't be returned. */
const lookIntoJournal = `void (() => {
  const opening = indexedDB.open('numplus');
  opening.onsuccess = () => {
    const listing = opening.result.transaction('journal').objectStore('journal').getAllKeys();
    listing.onsuccess = () => {
      document.documentElement.dataset.journal = JSON.stringify(listing.result);
      opening.result.close();
    };
  };
})()`;

export class EnginePerson {
  readonly tab: EngineTab;
  readonly place: Place;

  constructor(tab: EngineTab, place: Place) {
    this.tab = tab;
    this.place = place;
  }

  /** Signs in to the LMS and opens a page of it. */
  async open(stack: Pick<Stack, 'lms'>, personId: number, path: string): Promise<void> {
    await this.tab.goTo(`${stack.lms.publicUrl}/`);
    await this.tab.read('window', `document.cookie = 'bouleaux_person=${personId}; path=/'`);
    await this.tab.goTo(`${stack.lms.publicUrl}${path}`);
  }

  async press(name: string): Promise<void> {
    await this.#press(buttonNamed(name), name);
  }

  /** Waits for a text of the page; returns the whole text. */
  seeText(text: string): Promise<string> {
    return until(text, async () => {
      const all = await this.text();
      return all.includes(plain(text)) ? all : undefined;
    });
  }

  seeButton(name: string): Promise<true> {
    return until(name, async () => (await this.has(name)) || undefined);
  }

  async has(name: string): Promise<boolean> {
    return (await this.#read(`${buttonNamed(name)} !== undefined`)) === true;
  }

  async text(): Promise<string> {
    return plain(String(await this.#read('document.body.innerText')));
  }

  /** Whether this browser has a voice of the language. */
  async hasVoice(language: string): Promise<boolean> {
    const isThere = `'speechSynthesis' in window
      && speechSynthesis.getVoices().some(({ lang }) => lang.startsWith('${language}'))`;
    return (await this.#read(isThere)) === true;
  }

  /** From the notice into the scene. */
  async begin(): Promise<void> {
    await this.press(words['notice.accept']);
    await this.press(words['welcome.go']);
    await this.hearIntroduction();
  }

  /** Reloads the tool’s page, in its frame or window. */
  async reload(): Promise<void> {
    // The old page shows all that comes next, so it is marked.
    await this.#read('(document.documentElement.dataset.before = "", location.reload())');
    const fresh = 'document.documentElement.dataset.before === undefined';
    await until('the new page', async () => (await this.#read(fresh)) === true || undefined);
  }

  async hearIntroduction(): Promise<void> {
    const [next, play] = [words['introduction.next'], words['introduction.play']];
    for (;;) {
      await until(
        'the introduction',
        async () => (await this.has(next)) || (await this.has(play)) || undefined,
      );
      if (await this.has(play)) break;
      const before = await this.text();
      await this.press(next);
      await until('the next page', async () => (await this.text()) !== before || undefined);
    }
    await this.press(play);
    await this.seeButton(words['tool.done']);
  }

  /** Nadia’s newest message, and an empty reply. */
  async openQuestion(): Promise<void> {
    await this.#press(question, 'the question');
    await this.#pressFor(words['action.reply'], textBox);
  }

  async answer(): Promise<void> {
    await this.write(answer);
    await this.press(words['action.send']);
    await this.seeText(words['said.sent']);
  }

  /** Adds to the reply. */
  async write(text: string): Promise<void> {
    await this.tab.type(this.place, textBox, text);
  }

  /** What stands in the reply. */
  written(): Promise<string> {
    return until('the text box', async () => {
      const value = await this.#read(`${textBox}.value`);
      return typeof value === 'string' ? value : undefined;
    });
  }

  /** Writes, turns away from the reply, and waits until this browser keeps the action. */
  async writeToJournal(text: string): Promise<void> {
    const before = await this.#readJournal();
    await this.write(text);
    await this.#read('document.activeElement.blur()');
    await until('the entry', async () => (await this.#readJournal()) !== before || undefined);
  }

  /** The keys of all entries, as text. */
  #readJournal(): Promise<string> {
    return until('the journal', async () => {
      await this.#read(lookIntoJournal);
      const keys = await this.#read('document.documentElement.dataset.journal');
      return typeof keys === 'string' ? keys : undefined;
    });
  }

  async keepAttachment(): Promise<void> {
    const saveIn = words['attachment.saveIn'];
    // A reload may lead to the list of messages or to the message.
    await until('the message', async () => {
      if (!(await this.has(saveIn))) await this.tab.press(this.place, question).catch(() => undefined);
      return (await this.has(saveIn)) || undefined;
    });
    const folder = `[...document.querySelectorAll('label')].find((one) => one.textContent.includes('Formation'))`;
    await this.#pressFor(saveIn, folder);
    await this.#press(folder, 'the folder');
    await this.press(words['save.confirm']);
  }

  async finish(): Promise<void> {
    await this.press(words['tool.done']);
    await this.press(words['confirm.done.yes']);
    await this.press(words['end.next']);
    await this.seeText(words['finished.title']);
  }

  /** Presses again if nothing came of it: the page ignores the second half of a double click. */
  async #pressFor(name: string, sign: string): Promise<void> {
    const isThere = async (): Promise<boolean> => (await this.#read(`(${sign} ?? null) !== null`)) === true;
    for (let presses = 0; presses < 5 && !(await isThere()); presses += 1) {
      await this.press(name);
      const endsAt = performance.now() + 3_000;
      while (performance.now() < endsAt && !(await isThere()));
    }
  }

  async #press(element: string, what: string): Promise<void> {
    // A passing notice may cover it for a moment.
    await until(`a press of ${what}`, () =>
      this.tab.press(this.place, inView(element)).then(
        () => true,
        () => undefined,
      ),
    );
  }

  /** Undefined while the page changes. */
  async #read(expression: string): Promise<unknown> {
    try {
      return await this.tab.read(this.place, expression);
    } catch {
      return undefined;
    }
  }
}

/** To the middle, because bars at the edges cover what lies below them. */
function inView(element: string): string {
  return `((one) => (one?.scrollIntoView({ block: 'center', behavior: 'instant' }), one))(${element})`;
}

function buttonNamed(name: string): string {
  return `[...document.querySelectorAll('button, a')].find((one) => one.checkVisibility()
    && (one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim() === ${JSON.stringify(plain(name))})`;
}

/** No-break spaces as plain ones. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
