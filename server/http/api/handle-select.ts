import { answerSelection, describeSelection, type SelectDeps } from '../../launches/select.ts';
import type { Handlers } from './table/route.ts';
import type { selectRoutes } from './table/select.ts';

export function createSelectHandlers(deps: SelectDeps): Handlers<typeof selectRoutes> {
  return {
    'get /select': ({ principal }) => describeSelection(deps, principal),
    'post /select': ({ principal, body }) =>
      answerSelection(deps, principal, 'choices' in body ? body.choices : []),
  };
}
