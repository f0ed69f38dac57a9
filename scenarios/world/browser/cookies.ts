/** The banner of a site: it asks until it is answered, and the answer can be changed. */
import type { Step } from '../base.ts';
import { shownPage } from './shown.ts';
import type { BrowserRefusal, BrowserState, BrowserWorld, CookieAction, CookieBanner } from './types.ts';

/** The banner of the page on screen, and what was answered; undefined without a banner. */
export function shownCookies(
  world: BrowserWorld,
  state: BrowserState,
):
  | { readonly pageId: string; readonly banner: CookieBanner; readonly answer: readonly string[] | undefined }
  | undefined {
  const page = shownPage(world, state);
  if (page?.cookies === undefined) return undefined;
  return { pageId: page.id, banner: page.cookies, answer: state.cookies?.[page.id] };
}

export function reduceCookies(
  world: BrowserWorld,
  state: BrowserState,
  action: CookieAction,
): Step<BrowserState, BrowserRefusal> {
  const page = world.pages.find(({ id }) => id === action.pageId);
  if (page?.cookies === undefined) return { ok: false, code: 'world.unknown-target' };
  const purposes = page.cookies.purposes.map(({ id }) => id);
  const allowed = allowedBy(action, purposes);
  if (!allowed.every((id) => purposes.includes(id))) return { ok: false, code: 'world.unknown-target' };
  const shown = shownCookies(world, state);
  const isAnswered = shown?.answer !== undefined;
  if (shown?.pageId !== page.id || isAnswered !== (action.type === 'review-cookies')) {
    return { ok: false, code: 'world.not-on-screen' };
  }
  const others = Object.fromEntries(Object.entries(state.cookies ?? {}).filter(([id]) => id !== page.id));
  const cookies = action.type === 'review-cookies' ? others : { ...others, [page.id]: allowed };
  return { ok: true, state: { ...state, cookies } };
}

export function cookieActs(world: BrowserWorld, state: BrowserState): readonly CookieAction[] {
  const shown = shownCookies(world, state);
  if (shown === undefined) return [];
  const { pageId, banner, answer } = shown;
  if (answer !== undefined) return [{ app: 'browser', type: 'review-cookies', pageId }];
  return [
    { app: 'browser', type: 'refuse-cookies', pageId },
    { app: 'browser', type: 'accept-cookies', pageId },
    ...subsets(banner.purposes.map(({ id }) => id)).map((allowed): CookieAction => ({
      app: 'browser',
      type: 'choose-cookies',
      pageId,
      allowed,
    })),
  ];
}

/** In the order of the banner. */
function allowedBy(action: CookieAction, purposes: readonly string[]): readonly string[] {
  switch (action.type) {
    case 'accept-cookies':
      return purposes;
    case 'refuse-cookies':
    case 'review-cookies':
      return [];
    case 'choose-cookies':
      return action.allowed;
  }
}

/** Of a few purposes: the format allows four. */
function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.reduce<readonly (readonly string[])[]>(
    (found, id) => [...found, ...found.map((each) => [...each, id])],
    [[]],
  );
}
