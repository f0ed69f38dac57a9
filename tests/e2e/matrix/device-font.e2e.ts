/** On a slow line the device's own font stays. */
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { takeOwnFont } from '../../support/own-font.ts';

const stack = setUpBrowserStack();

/** Runs in the page, therefore as text. */
const measure = `(() => {
  const line = document.createElement('span');
  line.style.cssText = 'position: absolute; white-space: nowrap; font-size: 100px';
  document.body.append(line);
  const widths = ['400', 'var(--weight-strong)'].flatMap((weight) =>
    ['Numérisations', 'Navigateur', '418 555-0142', 'Voulez-vous recevoir les courriels?'].map((words) => {
      line.style.fontWeight = weight;
      line.textContent = words;
      return line.getBoundingClientRect().width;
    }));
  line.remove();
  return widths;
})()`;

it('words need no more room in the font of the device than in ours, thin and strong', async () => {
  const person = new BrowserPerson(await stack.browser.newPage(), 'fr', 'mouse');
  await person.launch(stack, 5);
  await person.shellButton('notice.accept').waitFor();
  const frame = person.page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  await frame.evaluate('delete document.documentElement.dataset.font');
  const device = await frame.evaluate<number[]>(measure);
  await frame.evaluate(takeOwnFont);
  const ours = await frame.evaluate<number[]>(measure);
  const ratios = device.map((width, which) => width / (ours[which] ?? 0));
  expect(ratios).toHaveLength(8);
  expect(Math.max(...ratios)).toBeLessThan(1.05);
});
