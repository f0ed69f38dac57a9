import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardBack } from '../../../client/src/state/back-guard.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { onBack, pressBack } from '../../../client/src/ui/back.ts';

/** A window with the entries of its history; the browser's Back and Forward are `move`. */
class HistoryWindow extends EventTarget {
  readonly entries: unknown[] = [null];
  at = 0;
  /** How often it went back beyond its first entry. */
  left = 0;
  readonly navigator = { userActivation: { hasBeenActive: false } };
  readonly history = {
    scrollRestoration: 'auto',
    read: (): unknown => this.entries[this.at],
    get state(): unknown {
      return this.read();
    },
    replaceState: (state: unknown): void => {
      this.entries[this.at] = state;
    },
    pushState: (state: unknown): void => {
      this.entries.splice(this.at + 1, Infinity, state);
      this.at += 1;
    },
    forward: (): void => {
      this.move(1);
    },
    back: (): void => {
      this.left += this.at === 0 ? 1 : 0;
      this.move(-1);
    },
  };

  move(step: -1 | 1): void {
    if (this.entries[this.at + step] === undefined) return;
    this.at += step;
    this.dispatchEvent(new Event('popstate'));
  }

  press(): void {
    this.navigator.userActivation.hasBeenActive = true;
    this.dispatchEvent(new Event('pointerup'));
  }
}

let page: HistoryWindow;
let tab: TabMemory;
const otherwise = vi.fn();
let end: 'stays' | 'leaves' = 'stays';
const onback = (): typeof end => {
  if (pressBack()) return 'stays';
  otherwise();
  return end;
};

beforeEach(() => {
  otherwise.mockReset();
  end = 'stays';
  page = new HistoryWindow();
  tab = new TabMemory(page.history);
  tab.write({ refreshToken: 'first' });
});

function guard(isNeeded = true): void {
  guardBack({ window: page as unknown as Window, tab, isNeeded: () => isNeeded, onback });
}

describe('a guarded page', () => {
  it('adds one entry at the first press, not before', () => {
    guard();
    page.dispatchEvent(new Event('pointerup'));
    expect(page.entries).toHaveLength(1);
    page.press();
    page.press();
    expect(page.entries).toHaveLength(2);
  });

  it('takes each Back as a press and stays where it was', () => {
    guard();
    page.press();
    page.move(-1);
    page.move(-1);
    expect(otherwise).toHaveBeenCalledTimes(2);
    expect(page.at).toBe(1);
    // The browser would scroll to where the entry was left.
    expect(page.history.scrollRestoration).toBe('manual');
  });

  it('goes on to what was before when nothing would be lost', () => {
    guard();
    page.press();
    end = 'leaves';
    const close = onBack(() => undefined);
    page.move(-1);
    expect([page.left, page.at]).toEqual([0, 1]);
    close();
    page.move(-1);
    expect([page.left, page.at]).toEqual([1, 0]);
  });

  it('does not stay because the key that went back is released', () => {
    guard();
    page.press();
    end = 'leaves';
    page.move(-1);
    page.dispatchEvent(new Event('keyup'));
    expect([page.left, page.at]).toEqual([1, 0]);
    // Shown again, from the memory of the browser.
    page.dispatchEvent(new Event('pageshow'));
    page.press();
    expect(page.at).toBe(1);
  });

  it('stays when an address with another fragment is typed', () => {
    guard();
    page.press();
    end = 'leaves';
    page.history.pushState(null);
    page.dispatchEvent(new Event('popstate'));
    expect([page.left, page.at]).toEqual([0, 2]);
    expect(otherwise).not.toHaveBeenCalled();
  });

  it('lets what was opened last take Back, until it is closed', () => {
    const taken: string[] = [];
    guard();
    page.press();
    const closePage = onBack(() => taken.push('page'));
    const closeDialog = onBack(() => taken.push('dialog'));
    page.move(-1);
    closeDialog();
    page.move(-1);
    closePage();
    page.move(-1);
    expect(taken).toEqual(['dialog', 'page']);
    expect(otherwise).toHaveBeenCalledTimes(1);
  });

  it('remembers in both entries what was written last', () => {
    guard();
    page.press();
    tab.write({ refreshToken: 'second' });
    page.move(-1);
    expect(
      page.entries.map((state) => new TabMemory({ ...page.history, state }).read().refreshToken),
    ).toEqual(['second', 'second']);
  });

  it('has its entry still after a reload', () => {
    guard();
    page.press();
    tab = new TabMemory(page.history);
    expect(tab.isGuarded).toBe(true);
    expect(tab.read().refreshToken).toBe('first');
  });

  it('adds nothing where Back leads to a page that can be shown again', () => {
    guard(false);
    page.press();
    expect(page.entries).toHaveLength(1);
  });
});
