/** Every screen of staff about an activity, one after the other. */
import type { Page } from 'playwright-core';
import { itemsEn } from '../../client/src/i18n/catalogues/items.en.ts';
import { itemsFr } from '../../client/src/i18n/catalogues/items.fr.ts';
import { personEn } from '../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../client/src/i18n/catalogues/person.fr.ts';
import { resourcesEn } from '../../client/src/i18n/catalogues/resources.en.ts';
import { resourcesFr } from '../../client/src/i18n/catalogues/resources.fr.ts';
import { reviewEn } from '../../client/src/i18n/catalogues/review.en.ts';
import { reviewFr } from '../../client/src/i18n/catalogues/review.fr.ts';
import { teachEn } from '../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../client/src/i18n/catalogues/teach.fr.ts';

const words = {
  fr: {
    ...teachFr,
    back: reviewFr.back,
    guide: personFr['guide.title'],
    items: itemsFr,
    resources: resourcesFr,
  },
  en: {
    ...teachEn,
    back: reviewEn.back,
    guide: personEn['guide.title'],
    items: itemsEn,
    resources: resourcesEn,
  },
};

/** From the list and back to it. Each screen is still open while `see` looks at it. */
export async function walkStaffScreens(
  page: Page,
  language: 'fr' | 'en',
  see: (screen: string) => Promise<void>,
): Promise<void> {
  const text = words[language];
  const list = page.getByRole('button', { name: text['practice.go'] });
  const open = async (name: string | RegExp, heading: string): Promise<void> => {
    await page.getByRole('button', { name }).first().press('Enter');
    await page.getByRole('heading', { name: heading }).first().waitFor();
  };
  const back = async (): Promise<void> => {
    await page.getByRole('button', { name: text.back }).first().press('Enter');
    await list.waitFor();
  };
  await see('staff list');
  await open(new RegExp(`^${text.review}`), text.guide);
  await see('staff person');
  await back();
  await open(text.items['link.go'], text.items['dif.title']);
  await see('staff items');
  await back();
  await open(text.resources['link.go'], text.resources['change.title']);
  await see('staff resources');
  await back();
}
