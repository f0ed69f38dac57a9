import { answerSelection, describeSelection, type SelectDeps } from '../../launches/select.ts';
import type { ConnectionWatch } from '../../organisations/connection-watch.ts';
import type { Handlers } from './table/route.ts';
import type { selectRoutes } from './table/select.ts';

export interface PickerDeps extends SelectDeps {
  readonly connections: ConnectionWatch;
}

export function createSelectHandlers(deps: PickerDeps): Handlers<typeof selectRoutes> {
  return {
    'get /select': ({ principal }) => describeSelection(deps, principal),
    'get /select/connection': async ({ principal }) => ({
      keysUnread: await deps.connections.findKeysUnread(principal),
    }),
    'post /select': ({ principal, body }) =>
      answerSelection(deps, principal, 'choices' in body ? body.choices : []),
  };
}
