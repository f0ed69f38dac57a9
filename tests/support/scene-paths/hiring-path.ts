/** The hiring form the right way: Joyce's link, the card's words, two documents, the old phone changed, the number on paper. */
import type { Locator } from 'playwright-core';
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { formEn } from '../../../client/src/apps/form/form.en.ts';
import { formFr } from '../../../client/src/apps/form/form.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...kitFr, ...formFr }, en: { ...kitEn, ...formEn } };

/** Texts of the pages and the card in every variant. */
const content = {
  fr: {
    link: /Formulaire d’embauche$/,
    title: 'Formulaire d’embauche',
    name: ['Nom', /^Prénom et nom/],
    birth: ['Date de naissance', /^Date de naissance/],
    phone: ['Téléphone', /^Téléphone/],
    address: ['Adresse', /^Adresse/],
    job: 'Entrepôt',
    urgent: ['Personne à joindre en cas d’urgence', /^Personne à joindre/],
    documents: [
      ['Spécimen de chèque', 'specimen-cheque.pdf'],
      ['Attestation d’hygiène alimentaire', 'attestation-hygiene-alimentaire.pdf'],
    ],
  },
  en: {
    link: /Hiring form$/,
    title: 'Hiring form',
    name: ['Name', /^First and last name/],
    birth: ['Date of birth', /^Date of birth/],
    phone: ['Phone', /^Phone/],
    address: ['Address', /^Address/],
    job: 'Warehouse',
    urgent: ['Emergency contact', /^Emergency contact/],
    documents: [
      ['Void cheque', 'void-cheque.pdf'],
      ['Food safety certificate', 'food-safety-certificate.pdf'],
    ],
  },
} as const;

export const hiringPath: ScenePath = {
  scenario: 's06-hiring-form',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const page = content[language];
    const heading = (name: string): Locator => frame.getByRole('heading', { name, exact: true });
    const next = person.named(say['action.continue']);
    await person.press(frame.getByRole('button', { name: page.link }));
    await person.named(say['link.open']).waitFor();
    await see('link');
    await person.pressFor(person.named(say['link.open']), heading(page.title));
    await see('form');
    await fillBoxes(person);
    await person.pressFor(next, heading(say['problem.title.other'].replace('{count}', '2')));
    await see('to-look-at');
    for (const [label, file] of page.documents) {
      const document = frame.getByRole('button', { name: file });
      await person.pressFor(person.named(say['field.attachTo'].replace('{label}', label)), document);
      await see(file.replace('.pdf', ''));
      await person.pressFor(document, person.named(say['field.detach'].replace('{name}', file)));
    }
    await person.pressFor(next, heading(say['summary.title']));
    await see('summary');
    const phone = frame.getByRole('textbox', { name: page.phone[1] });
    const change = person.named(say['action.changeOf'].replace('{label}', page.phone[0]));
    await person.pressFor(change, phone);
    await person.fill(phone, await onCard(person, page.phone[0]));
    await person.pressFor(next, heading(say['summary.title']));
    await person.pressFor(person.named(say['action.send']), heading(say['sent.title']));
    const number = await frame.getByText(/^EMB-\d{4}$/).innerText();
    await see('sent');
    const paper = frame.getByRole('textbox', { name: say['paper.ask'] });
    await person.pressFor(person.named(say['paper.keep']), paper);
    await person.fill(paper, number.slice(-2));
    await see('paper');
    await person.pressFor(person.named(say['paper.ok']), frame.getByText(say['said.paper']));
  },
};

/** Fills all boxes but the files and the phone, which holds an old number. */
async function fillBoxes(person: BrowserPerson): Promise<void> {
  const page = content[person.language];
  for (const [row, box] of [page.name, page.birth, page.address, page.urgent]) {
    await person.fill(person.frame.getByRole('textbox', { name: box }), await onCard(person, row));
  }
  const job = person.frame.getByRole('radio', { name: page.job });
  if (person.input !== 'keyboard') await person.press(job);
  else await chooseByKeys(person, job);
}

/** By keyboard, arrows choose in a group without a choice. */
async function chooseByKeys(person: BrowserPerson, radio: Locator): Promise<void> {
  await person.tabTo(person.frame.getByRole('radio').first());
  await person.page.keyboard.press('Space');
  for (let presses = 0; presses < 5 && !(await radio.isChecked()); presses += 1) {
    await person.page.keyboard.press('ArrowDown');
  }
}

/** A row of the character's card. */
async function onCard({ frame }: BrowserPerson, row: string): Promise<string> {
  const label = frame.locator('dt').getByText(row, { exact: true }).first();
  return label.locator('xpath=following-sibling::dd').first().innerText();
}
