/** What a person has in sight on a screen without scrolling, measured by boxes. */
import type { Frame, Locator } from 'playwright-core';

interface Sight {
  /** One line for each thing that is cut, covered or out of sight. */
  readonly faults: readonly string[];
  /** Height of the simulated app in a scene, as a part of the frame's. */
  readonly appShare: number | null;
}

/** All scripts of this file run in the page, therefore as text. */
const measures = `
const isShown = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  for (let up = element; up !== null; up = up.parentElement) {
    if (getComputedStyle(up).clipPath === 'inset(50%)') return false;
  }
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};
const nameOf = (element) => {
  const text = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\\s+/g, ' ');
  const kind = element.classList[0] === undefined ? '' : '.' + element.classList[0];
  return element.tagName.toLowerCase() + kind + ' « ' + text.slice(0, 40) + ' »';
};
const clips = (value) => value !== 'visible';
const scrolls = (value) => value === 'auto' || value === 'scroll';
/** The part of the frame in which an element can be seen. */
const isFixed = (element) => getComputedStyle(element).position === 'fixed';
const viewOf = (element) => {
  const view = { top: 0, left: 0, bottom: innerHeight, right: innerWidth };
  if (isFixed(element)) return view;
  for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(up);
    const box = up.getBoundingClientRect();
    if (clips(overflowX)) {
      view.left = Math.max(view.left, box.left);
      view.right = Math.min(view.right, box.right);
    }
    if (clips(overflowY)) {
      view.top = Math.max(view.top, box.top);
      view.bottom = Math.min(view.bottom, box.bottom);
    }
    if (up.matches('dialog') || isFixed(up)) break;
  }
  return view;
};
/** Of a link on several lines, in the first; of a high box, near its top. */
const middleOf = (element) => {
  const { left, right, top, height } = element.getClientRects()[0];
  return { x: (left + right) / 2, y: top + Math.min(height / 2, 30) };
};
const isWithin = ({ x, y }, view) => x >= view.left && x <= view.right && y >= view.top && y <= view.bottom;
const coverOf = (element) => {
  const { x, y } = middleOf(element);
  const on = document.elementFromPoint(x, y);
  if (on === null || element.contains(on) || on.contains(element)) return null;
  return [...(element.labels ?? [])].some((label) => label.contains(on)) ? null : on;
};
const isInSight = (element) => isShown(element) && isWithin(middleOf(element), viewOf(element)) && coverOf(element) === null;
const isInMenu = (element) => element !== null && element.closest('[role="menu"]') !== null;
const controls = 'a[href], button, input, select, textarea, summary';
`;

const readSight = `(() => {
${measures}
const faults = [];
const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;

const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
if (sideways > 0) {
  const wide = [...document.querySelectorAll('main *')].findLast((element) => isShown(element) && element.getBoundingClientRect().right > innerWidth + 1);
  faults.push(sideways + ' px wider than the frame' + (wide === undefined ? '' : ', by ' + nameOf(wide)));
}

/** Whether an edge cuts words off that no scrolling shows. */
const cutBy = (words, element) => {
  const beyond = (low, high, from, to) => low < from - 2 || high > to + 2;
  for (let up = element; up !== null && up !== document.body; up = up.parentElement) {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(up);
    if (!clips(overflowX) && !clips(overflowY)) continue;
    const box = up.getBoundingClientRect();
    const isCut = words.some(({ left, right, top, bottom }) =>
      (clips(overflowX) && !scrolls(overflowX) && beyond(left, right, box.left, box.right)) ||
      (clips(overflowY) && !scrolls(overflowY) && beyond(top, bottom, box.top, box.bottom)));
    if (isCut && textOverflow !== 'ellipsis' && webkitLineClamp === 'none') return up;
    if (scrolls(overflowX) || scrolls(overflowY) || up.matches('dialog')) return null;
  }
  return null;
};
/** The first word that stands on two lines; one broken at its own hyphen is whole. */
const brokenWord = (text) => {
  const range = document.createRange();
  // Addresses and file names may break anywhere.
  const plain = text.data.replace(/\\S*(?:[@/_]|\\.\\p{L})\\S*/gu, (address) => ' '.repeat(address.length));
  for (const { 0: word, index } of plain.matchAll(/[\\p{L}\\p{M}\\p{N}’']+/gu)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const [first, ...others] = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (others.some(({ top }) => Math.abs(top - first.top) > first.height / 2)) return word;
  }
  return null;
};
const wholeWords = 'button, summary, h1, h2, h3, h4, legend, label, th, .bubble p, .app-tag, .app-new, .count';
const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode;
  const element = text.parentElement;
  if (text.data.trim() === '' || element.closest('script, style, svg, option') !== null || !isShown(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const words = [...range.getClientRects()].filter(({ width }) => width > 0);
  const edge = cutBy(words, element);
  if (edge !== null) faults.push('cut at an edge of ' + nameOf(edge) + ': ' + text.data.trim().slice(0, 40));
  const button = element.closest('button');
  const box = button?.getBoundingClientRect();
  if (element.closest(wholeWords) !== null) {
    const broken = brokenWord(text);
    if (broken !== null) faults.push('« ' + broken + ' » is broken in ' + nameOf(element.closest(wholeWords)));
  }
  if (box !== undefined && words.some(({ left, right }) => left < box.left - 1 || right > box.right + 1)) {
    faults.push('words leave ' + nameOf(button));
  }
}

/** What sticks over a control at the end of a scrolled part leaves it once the part is scrolled on. */
const canBeCleared = (element) => {
  const before = [];
  for (let up = element; up !== null; up = up.parentElement) before.push([up, up.scrollTop, up.scrollLeft]);
  // In a low part, the middle of a high row may leave out its words.
  const isClear = ['center', 'start', 'end'].some((block) => {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    return isInSight(element) || (isWithin(middleOf(element), viewOf(element)) && isInMenu(coverOf(element)));
  });
  for (const [up, top, left] of before) up.scrollTo({ top, left, behavior: 'instant' });
  return isClear;
};
for (const control of scope.querySelectorAll(controls)) {
  if (!isShown(control) || !isWithin(middleOf(control), viewOf(control))) continue;
  const cover = coverOf(control);
  if (cover === null || isInMenu(cover) || canBeCleared(control)) continue;
  faults.push(nameOf(control) + ' is covered by ' + nameOf(cover));
}

const menu = document.querySelector('[role="menu"]');
if (menu !== null) {
  const { top, bottom, left, right } = menu.getBoundingClientRect();
  const view = viewOf(menu);
  if (top < view.top - 1 || bottom > view.bottom + 1 || left < view.left - 1 || right > view.right + 1) {
    faults.push('the menu is cut');
  }
  const opener = document.querySelector('[aria-controls="' + menu.id + '"]');
  if (!isInSight(opener)) faults.push('the menu hides what it belongs to: ' + nameOf(opener));
}

if (scope.matches('dialog')) {
  const { top, bottom, height } = scope.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) faults.push('the dialog leaves the frame');
  const inside = scope.querySelector('.inside');
  const isScrolled = inside.scrollHeight > inside.clientHeight + 1;
  const stuck = [...inside.querySelectorAll(':scope > header, :scope > footer')]
    .filter((part) => getComputedStyle(part).position === 'sticky')
    .reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
  if (isScrolled && stuck > 0.45 * height) faults.push('head and foot take ' + Math.round(100 * stuck / height) + ' % of the dialog');
  return { faults, appShare: null };
}

const main = document.querySelector('.toolbar .done button, main.page .main .button');
if (main !== null && !isInSight(main)) faults.push('out of sight: ' + nameOf(main));

const goal = document.querySelector('.goal .sentences');
const app = document.querySelector('.desktop');
if (goal === null || app === null) return { faults, appShare: null };
const { top, bottom } = goal.getBoundingClientRect();
if (top < 0 || bottom > innerHeight) faults.push('the goal is out of sight');
const isLow = document.querySelector('.scene.low') !== null;
if (isLow && document.documentElement.scrollHeight > innerHeight) faults.push('the page goes on below the frame');
const isCut = goal.scrollHeight > goal.clientHeight + 1 || goal.scrollWidth > goal.clientWidth + 1;
const opener = document.querySelector('.goal .opener button');
if (isCut && (isLow || !isInSight(opener))) faults.push('the goal is cut');
const lineHeight = parseFloat(getComputedStyle(goal).lineHeight);
if (isCut && goal.clientHeight < 1.9 * lineHeight) faults.push('less than two lines of the goal');
const box = app.getBoundingClientRect();
const tools = document.querySelector('.toolbar').getBoundingClientRect();
const end = Math.min(box.bottom, innerHeight, tools.top > box.top ? tools.top : innerHeight);
return { faults, appShare: (end - Math.max(box.top, 0)) / innerHeight };
})()`;

const isFirstInSight = `(() => {
${measures}
const first = [...document.querySelector('.window').querySelectorAll(controls)].find(isShown);
return first !== undefined && isInSight(first);
})()`;

/** Two frames after a change of size, what watches sizes has reacted; a frame that is not drawn is not waited for. */
const redrawn = `new Promise((resolve) => {
  setTimeout(resolve, 500);
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

export async function lookAt(frame: Frame): Promise<Sight> {
  await frame.evaluate(redrawn);
  return frame.evaluate<Sight>(readSight);
}

/** Whether the first control of a scene's app is in sight. */
export function seesFirstControl(frame: Frame): Promise<boolean> {
  return frame.evaluate<boolean>(isFirstInSight);
}

const mark = 'data-looked-at';

/** What hides a part of the marked element, or null. */
const readHidden = `(() => {
${measures}
const element = document.querySelector('[${mark}]');
if (element === null) return 'gone';
element.removeAttribute('${mark}');
if (!isShown(element)) return 'not shown';
const box = element.getBoundingClientRect();
const view = viewOf(element);
if (box.top < view.top - 1) return Math.round(view.top - box.top) + ' px above';
if (box.bottom > view.bottom + 1) return Math.round(box.bottom - view.bottom) + ' px below';
if (box.left < view.left - 1 || box.right > view.right + 1) return 'beside';
const x = (box.left + box.right) / 2;
for (const y of [box.top + 4, (box.top + box.bottom) / 2, box.bottom - 4]) {
  const on = document.elementFromPoint(x, y);
  const isOwn = on !== null && (element.contains(on) || [...(element.labels ?? [])].some((label) => label.contains(on)));
  if (!isOwn) return 'covered by ' + (on === null ? 'nothing' : nameOf(on));
}
return null;
})()`;

interface Markable {
  readonly setAttribute: (name: string, value: string) => void;
}

/** What keeps a person from seeing all of a control without scrolling; null if nothing does. */
export async function findHidden(frame: Frame, target: Locator): Promise<string | null> {
  await target.evaluate((element: Markable, name) => {
    element.setAttribute(name, '');
  }, mark);
  return frame.evaluate<string | null>(readHidden);
}

interface Covered {
  readonly getBoundingClientRect: () => { left: number; top: number; bottom: number; width: number };
  readonly contains: (other: unknown) => boolean;
  readonly ownerDocument: { readonly elementFromPoint: (x: number, y: number) => unknown };
}

/** Middle of the part of a control that no bar covers, from the control's corner; null if nothing of it is seen. */
export function findSeenMiddle(target: Locator): Promise<{ x: number; y: number } | null> {
  return target.evaluate((element: Covered) => {
    const { left, top, bottom, width } = element.getBoundingClientRect();
    const seen: number[] = [];
    for (let y = top + 1; y < bottom; y += 1) {
      if (element.contains(element.ownerDocument.elementFromPoint(left + width / 2, y))) seen.push(y);
    }
    const [first, last] = [seen[0], seen.at(-1)];
    return first === undefined || last === undefined ? null : { x: width / 2, y: (first + last) / 2 - top };
  });
}
