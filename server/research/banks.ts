import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import type { SceneTitles } from './matrix-columns.ts';

/** @throws AppError bank.unknown */
export function newestBank(content: Pick<Content, 'forms' | 'getBank'>): Bank {
  return content.getBank(Math.max(...content.forms.map(({ bankVersion }) => bankVersion)));
}

export function sceneTitles(content: Pick<Content, 'scenarios' | 'publicScene'>): SceneTitles {
  return new Map(
    content.scenarios().map(({ scenario, worldVersion }) => {
      const { world, texts } = content.publicScene(scenario, worldVersion, 1);
      const title = { fr: texts.fr[world.title] ?? scenario, en: texts.en[world.title] ?? scenario };
      return [scenario, title] as const;
    }),
  );
}
