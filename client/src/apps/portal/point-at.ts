import type { PortalState } from '../../../../scenarios/world/portal/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, { page, stub }: PortalState): readonly string[] {
  if (pointAt?.startsWith('portal:') !== true) return [];
  const [, kind = ''] = pointAt.split(':');
  switch (kind) {
    case 'address':
      return [pointAt];
    case 'favourites':
    case 'favourite':
      return page === null ? [pointAt, 'portal:favourites'] : ['portal:back'];
    case 'stubs':
    case 'stub':
      return stub === null ? [pointAt, ...wayToStubs(page)] : ['portal:back'];
    default:
      return [pointAt, 'portal:lines', ...wayToStubs(page)];
  }
}

function wayToStubs(page: string | null): readonly string[] {
  return ['portal:stubs', 'portal:sign-in', page === null ? 'portal:favourites' : 'portal:back'];
}
