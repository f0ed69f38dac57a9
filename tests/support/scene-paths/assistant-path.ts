/** The scene of the assistant the right way: asked, compared with the sheet, corrected, sent with a word on the AI. */
import { assistantEn } from '../../../client/src/apps/assistant/assistant.en.ts';
import { assistantFr } from '../../../client/src/apps/assistant/assistant.fr.ts';
import { documentEn } from '../../../client/src/apps/document/document.en.ts';
import { documentFr } from '../../../client/src/apps/document/document.fr.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ask: assistantFr, write: documentFr }, en: { ask: assistantEn, write: documentEn } };

/** Texts in every variant. */
const content = {
  fr: {
    want: 'Écris un court texte.',
    about: 'Le sujet',
    product: 'C’est sur BoréNet.',
    who: 'Pour qui',
    readers: 'C’est pour l’équipe d’entretien.',
    sheet: /Fiche BoréNet/,
    floors: /^Planchers/,
    dose: /^Modifier : Pour un seau/,
    law: /^Enlever : La loi/,
    told: 'L’assistant IA a aidé à écrire ce texte.',
  },
  en: {
    want: 'Write a short text.',
    about: 'The subject',
    product: 'It is about BoréNet.',
    who: 'For whom',
    readers: 'It is for the cleaning team.',
    sheet: /BoréNet sheet/,
    floors: /^Floors/,
    dose: /^Change: For a pail/,
    law: /^Remove: The law/,
    told: 'The AI assistant helped to write this text.',
  },
};

export const assistantPath: ScenePath = {
  scenario: 's13-ai-assistant',
  play: async (person, see) => {
    const { frame, language } = person;
    const { ask, write } = words[language];
    const sendTo = write['action.send'].replace('{name}', 'Nadia');
    const { want, about, product, who, readers, sheet, floors, dose, law, told } = content[language];
    await person.named(want).waitFor();
    await see('ask');
    await person.press(person.named(want));
    await person.press(frame.locator('summary', { hasText: about }));
    await person.press(person.named(product));
    await person.press(frame.locator('summary', { hasText: who }));
    await person.press(person.named(readers));
    await person.press(person.named(ask['action.send']));
    await person.named(ask['action.insert']).waitFor();
    await see('answer');
    await person.press(person.named(ask['action.insert']));
    await frame.getByRole('button', { name: dose }).waitFor();
    await see('document');
    await person.press(person.appButton('files'));
    await person.press(frame.getByRole('button', { name: sheet }).first());
    const line = await frame.getByText(floors).first().innerText();
    await see('sheet');
    await person.press(person.appButton('document'));
    await person.press(frame.getByRole('button', { name: dose }));
    const box = frame.getByRole('textbox', { name: write['line.box'] });
    await person.fill(box, line);
    await see('change');
    await person.press(person.named(write['line.keep']));
    await person.press(frame.getByRole('button', { name: law }));
    await frame.getByText(write['said.removed']).first().waitFor();
    await person.press(person.named(told));
    await see('note');
    await person.press(person.named(sendTo));
    await frame.getByText(write['sent.title'].replace('{name}', 'Nadia'), { exact: true }).waitFor();
    await see('sent');
  },
};
