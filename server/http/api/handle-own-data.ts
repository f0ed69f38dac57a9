import type { CopyQuery } from '../../contract/own-data.ts';
import { erasePerson } from '../../erasure/erase-person.ts';
import { copyOwnData, ownerOf, readOwnData } from '../../own-data/own-data.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import type { PlayDeps } from './handle-play.ts';
import type { ownDataRoutes } from './table/own-data.ts';
import type { Handlers } from './table/route.ts';

const names: Readonly<Record<CopyQuery['form'], Readonly<Record<CopyQuery['language'], string>>>> = {
  data: { fr: 'numplus-mes-donnees.json', en: 'numplus-my-data.json' },
  page: { fr: 'numplus-mes-donnees.html', en: 'numplus-my-data.html' },
};

export function createOwnDataHandlers(deps: WithoutLog<PlayDeps>): Handlers<typeof ownDataRoutes> {
  return {
    'get /own-data': ({ principal, request }) => readOwnData(withLogOf(request, deps), principal),
    async 'get /own-data/copy'({ principal, query, request, response }) {
      const copy = await copyOwnData(withLogOf(request, deps), principal, query);
      response.attachment(names[query.form][query.language]);
      response.type(query.form === 'data' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8');
      response.send(copy);
    },
    async 'post /own-data/erase'({ principal, request }) {
      await erasePerson(withLogOf(request, deps), ownerOf(principal), 'person', deps.clock());
      deps.onWritten();
    },
  };
}
