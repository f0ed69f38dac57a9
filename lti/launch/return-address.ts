import { getFamilyQuirks } from '../platform-quirks.ts';
import type { PlatformFamily } from '../platform-quirks.ts';

/** Where « Quitter » leads: the course if the return page is known, else the return address. */
export function findReturnAddress(family: PlatformFamily, returnUrl: string | undefined): string | null {
  const { returnPage } = getFamilyQuirks(family);
  if (returnUrl === undefined) return null;
  if (returnPage === null) return returnUrl;
  const url = new URL(returnUrl);
  const course = url.searchParams.get('course');
  if (course === null || !url.pathname.endsWith(returnPage.path)) return returnUrl;
  url.pathname = url.pathname.slice(0, -returnPage.path.length) + returnPage.coursePath;
  url.search = new URLSearchParams({ id: course }).toString();
  return url.href;
}
