import { maskReport } from '../../scenarios/psychometrics/mask-report.ts';
import { reportItems } from '../../scenarios/psychometrics/item-report.ts';
import type { Content } from '../content/load.ts';
import type { ItemsAnswer } from '../contract/items.ts';
import type { RecordDeps } from './attempt-records.ts';
import { newestBank, sceneTitles } from './banks.ts';
import { readRespondents } from './read-respondents.ts';

const attemptsRead = 5_000;

/** Includes persons without research consent: the report stays on the server. */
export async function readActivityItems(
  deps: RecordDeps & { readonly content: Content },
  { organisationId, resourceLinkId }: { organisationId: string; resourceLinkId: string },
  sees: (personId: string) => boolean,
): Promise<ItemsAnswer> {
  const bank = newestBank(deps.content);
  const scope = {
    organisationId,
    of: { resourceLinkId },
    consentedOnly: false,
    withInvalid: false,
    withHeld: false,
    sees,
  };
  const { respondents, isComplete } = await readRespondents(deps, scope, bank, attemptsRead);
  return {
    report: maskReport(reportItems(bank, respondents)),
    titles: Object.fromEntries(sceneTitles(deps.content)),
    attemptsRead,
    isComplete,
  };
}
