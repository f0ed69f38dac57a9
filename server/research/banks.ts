/** The bank that research works with by default, and what its scenes are called. */
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import type { SceneTitles } from './matrix-columns.ts';

/** The newest that a form names. @throws AppError bank.unknown */
export function newestBank(content: Pick<Content, 'forms' | 'getBank'>): Bank {
  return content.getBank(Math.max(...content.forms.map(({ bankVersion }) => bankVersion)));
}

/** Titles of the scenarios on this server, by id. */
export function sceneTitles(content: Pick<Content, 'scenarios' | 'publicScene'>): SceneTitles {
  return new Map(
    content.scenarios().map(({ scenario, worldVersion }) => {
      const { world, texts } = content.publicScene(scenario, worldVersion, 1);
      const title = { fr: texts.fr[world.title] ?? scenario, en: texts.en[world.title] ?? scenario };
      return [scenario, title] as const;
    }),
  );
}
