import { answerSelection, describeSelection, type SelectDeps } from '../../launches/select.ts';
import type { Handlers } from './route.ts';
import type { selectRoutes } from './staff-routes.ts';

export function createSelectHandlers(deps: SelectDeps): Handlers<typeof selectRoutes> {
  return {
    'get /select': ({ asker }) => describeSelection(deps, asker),
    'post /select': ({ asker, body }) => answerSelection(deps, asker, 'choices' in body ? body.choices : []),
  };
}
