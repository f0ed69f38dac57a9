/** A person who plays the inbox scene. */
import type { Locator } from 'playwright-core';
import { kitEn } from '../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../client/src/apps/kit/kit.fr.ts';
import { mailEn } from '../../client/src/apps/mail/mail.en.ts';
import { mailFr } from '../../client/src/apps/mail/mail.fr.ts';
import { helpEn } from '../../client/src/i18n/catalogues/help.en.ts';
import { helpFr } from '../../client/src/i18n/catalogues/help.fr.ts';
import { shellEn } from '../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../client/src/i18n/catalogues/shell.fr.ts';
import { BrowserPerson } from './browser-person.ts';
import { reloadFrame } from './reload-frame.ts';

const words = {
  fr: {
    ...shellFr,
    ...helpFr,
    ...kitFr,
    ...mailFr,
    trainingFolder: 'Formation',
    answer: 'Bonjour Nadia, oui, je peux. Je viens à 17 h. Merci!',
  },
  en: {
    ...shellEn,
    ...helpEn,
    ...kitEn,
    ...mailEn,
    trainingFolder: 'Training',
    answer: 'Hello Nadia, yes, I can. I will come at 5 pm. Thanks!',
  },
};

type Word = keyof (typeof words)['fr'];

export class BrowserPlayer extends BrowserPerson {
  word(key: Word): string {
    return words[this.language][key];
  }

  button(key: Word): Locator {
    return this.named(this.word(key));
  }

  /** Opens Nadia's newest message. */
  async openQuestion(): Promise<void> {
    await this.press(this.frame.locator('[data-row="m5"]'));
  }

  async answer(): Promise<void> {
    await this.press(this.button('action.reply'));
    await this.goTo(this.textBox);
    await this.page.keyboard.type(this.word('answer'));
    await this.press(this.button('action.send'));
    await this.frame.getByText(this.word('said.sent')).first().waitFor({ state: 'attached' });
  }

  get textBox(): Locator {
    return this.frame.getByRole('textbox', { name: this.word('compose.write') });
  }

  async write(text: string): Promise<void> {
    await this.textBox.fill(text);
  }

  /** Leaves the text box; resolves once the server has acknowledged it. */
  async acknowledged(): Promise<void> {
    const answered = this.page.waitForResponse(
      (response) => response.url().endsWith('/actions') && response.ok(),
    );
    await this.textBox.blur();
    await answered;
  }

  /** Reloads the tool's page inside the frame. */
  async reloadFrame(): Promise<void> {
    await reloadFrame(this.page);
    await this.textBox.waitFor();
  }

  async keepAttachment(): Promise<void> {
    if (!(await this.button('attachment.saveIn').isVisible())) await this.openQuestion();
    const jump = this.named(this.word('row.attachments.one').replace('{count}', '1'));
    if (await jump.isVisible()) await this.press(jump);
    await this.press(this.button('attachment.saveIn'));
    const folder = this.frame.getByRole('radio', { name: this.word('trainingFolder') });
    if (this.input === 'keyboard') {
      await this.arrowTo(folder);
      await this.page.keyboard.press('Enter');
    } else {
      await this.press(this.frame.getByText(this.word('trainingFolder'), { exact: true }).last());
      await this.press(this.button('save.confirm'));
    }
    await this.frame.getByText(this.word('trainingFolder')).last().waitFor();
  }

  /** The whole scene the right way. */
  async play(): Promise<void> {
    await this.acceptNotice();
    await this.hearIntroduction();
    await this.openQuestion();
    await this.answer();
    await this.keepAttachment();
    await this.finishScene();
    await this.leaveScene();
  }
}
