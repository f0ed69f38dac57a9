/** Whether a scrolled part shows at its lower edge that more follows, measured by the colours of a picture. */
import type { Frame, Page } from 'playwright-core';

interface Edge {
  /** At the start of the words, which go on below the edge. */
  readonly more: boolean;
  /** Once all is read. */
  readonly end: boolean;
}

interface Strip {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Runs in the page, therefore as text: a strip without words, 1 px wide, at the lower edge of what is seen. */
const readStrip = (selector: string): string => `(() => {
  const part = document.querySelector('${selector}');
  const page = part === document.documentElement;
  const { left, bottom } = part.getBoundingClientRect();
  const words = (page ? document.querySelector('main.page') : part).getBoundingClientRect();
  const y = page ? innerHeight : Math.min(bottom, innerHeight);
  return { x: words.left + 4, y: y - 60, height: 60 };
})()`;

const scrollBy = (selector: string, to: 'start' | 'end'): string => `(async () => {
  const part = document.querySelector('${selector}');
  part.scrollTo({ top: ${to === 'start' ? '0' : 'part.scrollHeight'}, behavior: 'instant' });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return part.scrollHeight > part.clientHeight + 1;
})()`;

/** Runs in the page: whether a picture of blank paper has a shade. */
const isShaded = (picture: string): string => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${picture}';
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = image.height;
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, 1, image.height);
  const light = Array.from({ length: image.height }, (_, row) => data[4 * row] + data[4 * row + 1] + data[4 * row + 2]);
  return Math.max(...light) - Math.min(...light) > 40;
})()`;

/** @throws if the part has nothing to scroll to */
export async function readEdge(page: Page, frame: Frame, selector: string): Promise<Edge> {
  const blank = await page.context().newPage();
  const read = async (to: 'start' | 'end'): Promise<boolean> => {
    if (!(await frame.evaluate<boolean>(scrollBy(selector, to))))
      throw new Error(`nothing follows in ${selector}`);
    const { x, y, height } = await frame.evaluate<Strip>(readStrip(selector));
    const outer = await page.locator('#contentframe').boundingBox();
    const clip = { x: (outer?.x ?? 0) + x, y: (outer?.y ?? 0) + y, width: 1, height };
    const picture = await page.screenshot({ clip });
    return blank.evaluate<boolean>(isShaded(picture.toString('base64')));
  };
  const edge = { more: await read('start'), end: await read('end') };
  await blank.close();
  return edge;
}
