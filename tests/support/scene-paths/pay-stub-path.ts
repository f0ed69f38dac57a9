/** The pay stub played correctly: the schedule by the link of its text, the portal by the favourite, a text to Joyce. */
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { phoneEn } from '../../../client/src/apps/phone/phone.en.ts';
import { phoneFr } from '../../../client/src/apps/phone/phone.fr.ts';
import { portalEn } from '../../../client/src/apps/portal/portal.en.ts';
import { portalFr } from '../../../client/src/apps/portal/portal.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...kitFr, ...phoneFr, ...portalFr }, en: { ...kitEn, ...phoneEn, ...portalEn } };

/** Texts in every variant. */
const content = {
  fr: {
    texts: 'Textos',
    internet: 'Internet',
    schedule: 'Horaire',
    service: /Horaire des Ateliers/,
    link: /Voir mon horaire/,
    team: 'Horaire de l’équipe',
    trap: /Paie des Ateliers/,
    joyce: /Joyce Baptiste/,
    portal: /Portail de paie/,
    stub: 'Semaine passée',
    net: /^Salaire net/,
    total: /^Total des heures/,
    received: 'Ce que je reçois',
    paid: 'Heures payées',
    differs: 'Jour différent',
    tell: (hours: number, day: string) => `Bonjour, il manque ${String(hours)} heures ${day.toLowerCase()}.`,
  },
  en: {
    texts: 'Texts',
    internet: 'Internet',
    schedule: 'Schedule',
    service: /Ateliers Schedule/,
    link: /See my schedule/,
    team: 'Team schedule',
    trap: /Ateliers Pay/,
    joyce: /Joyce Baptiste/,
    portal: /Pay portal/,
    stub: 'Last week',
    net: /^Net pay/,
    total: /^Total hours/,
    received: 'What I receive',
    paid: 'Paid hours',
    differs: 'Day that differs',
    tell: (hours: number, day: string) => `Hello, ${String(hours)} hours are missing on ${day}.`,
  },
};

export const payStubPath: ScenePath = {
  scenario: 's17-pay-stub',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const { texts, internet, schedule, trap, joyce, portal, stub, net, total, ...told } = content[language];
    await person.named(internet).waitFor();
    await see('home');
    await person.press(person.named(schedule));
    await frame.getByRole('heading', { name: schedule }).waitFor();
    await see('schedule');
    await person.press(person.appButton('home'));
    await person.press(person.named(texts));
    const worked = await readSchedule(person, see);
    await leavePage(person);
    await see('favourites');
    await person.press(frame.getByRole('button', { name: portal }));
    await person.named(say['pay.signIn']).waitFor();
    await see('sign-in');
    await person.press(person.named(say['pay.signIn']));
    await person.named(stub).waitFor();
    await see('stubs');
    await person.press(person.named(stub));
    await person.press(frame.getByRole('button', { name: net }));
    await person.named(told.received).waitFor();
    await see('line');
    await person.press(person.named(told.received));
    await mark(person, total, told.paid);
    const [day, hours] = await findDifference(person, worked);
    await mark(person, new RegExp(`^${day}`), told.differs);
    await see('marked');
    await person.press(person.appButton('home'));
    await person.press(person.named(texts));
    await openConversation(person, trap);
    await see('trap-text');
    await openConversation(person, joyce);
    await person.fill(frame.getByRole('textbox', { name: say['compose.write'] }), told.tell(hours, day));
    await see('message');
    await person.press(person.named(say['action.send']));
    await frame.getByText(say['said.sent']).first().waitFor();
    await see('sent');
  },
};

/** Hours by day, on the page that the good text leads to. */
async function readSchedule(
  person: BrowserPerson,
  see: (screen: string) => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const { frame, language } = person;
  const { service, link, team } = content[language];
  await openConversation(person, service);
  await person.press(frame.getByRole('button', { name: link }));
  await person.named(words[language]['link.open']).waitFor();
  await see('good-link');
  await person.press(person.named(words[language]['link.open']));
  await frame.getByRole('heading', { name: team }).waitFor();
  await see('schedule-page');
  const days = await frame.locator('dt').allInnerTexts();
  const hours = await frame.locator('dd').allInnerTexts();
  return new Map(days.map((day, index) => [day, Number.parseInt(hours[index] ?? '', 10)]));
}

/** The day whose paid hours differ, and how many are missing. */
async function findDifference(
  { frame }: BrowserPerson,
  worked: ReadonlyMap<string, number>,
): Promise<readonly [day: string, missing: number]> {
  for (const [day, hours] of worked) {
    const row = frame.locator('[data-row]', { hasText: new RegExp(`^${day}`) });
    if ((await row.count()) === 0) continue;
    const paid = Number.parseInt(await row.first().locator('strong').innerText(), 10);
    if (paid !== hours) return [day, hours - paid];
  }
  throw new Error('no day differs');
}

async function mark(person: BrowserPerson, line: RegExp, marker: string): Promise<void> {
  await person.press(person.frame.getByRole('button', { name: line }));
  await person.press(person.named(marker));
}

/** By the way back of the app, if it shows; in a wide window the list of texts stays beside. */
export async function openConversation(person: BrowserPerson, name: RegExp): Promise<void> {
  const back = person.named(words[person.language]['action.back']);
  const row = person.frame.locator('[data-row]', { hasText: name });
  await back.or(row).filter({ visible: true }).first().waitFor();
  if (await back.isVisible()) await person.press(back);
  await person.press(row);
  await person.frame.getByRole('heading', { name }).waitFor();
}

async function leavePage(person: BrowserPerson): Promise<void> {
  await person.press(person.named(words[person.language]['action.favourites']));
}
