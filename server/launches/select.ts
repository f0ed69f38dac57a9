/** Deep linking. Stores nothing: a choice exists only once it is launched (Deep Linking 2.0 §4.5). */
import { createDeepLinkingClaims } from '../../lti/launch/deep-linking.ts';
import type { ActivityItem } from '../../lti/launch/deep-linking.ts';
import type { SelectionSettings } from '../../lti/launch/launch.ts';
import { getLaunchUrl } from '../../lti/net/own-address.ts';
import { visibleText } from '../../lti/net/visible-text.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import { getFamilyQuirks } from '../../lti/platform-quirks.ts';
import { countScored } from '../../scenarios/schema/catalogue.ts';
import { standardRules } from '../../scenarios/measurement/choose-scene.ts';
import { countForLevel } from '../../scenarios/measurement/has-level.ts';
import { choosePlan } from '../attempts/plan.ts';
import { sizeForm } from '../content/form-size.ts';
import type { Content } from '../content/load.ts';
import { listMeasured } from '../content/measured-scenes.ts';
import { AppError } from '../base/errors.ts';
import { usualGrade } from '../contract/grade-kinds.ts';
import type {
  BothLanguages,
  SelectAnswer,
  SelectChoice,
  SelectCurrent,
  SelectReply,
} from '../contract/select.ts';
import type { Launch, LaunchSelection } from '../storage/ports/launches.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';
import { askAtLaunch, toCustomParameters } from './activity-settings.ts';
import { type CurrentActivity, findCurrentActivity } from './current-activity.ts';
import { describeForm } from './form-words.ts';
import { listReturnOrigins } from './return-origins.ts';

export interface SelectDeps {
  readonly storage: {
    readonly platforms: PlatformsPort;
    readonly resourceLinks: Pick<ResourceLinksPort, 'listByTitle'>;
  };
  readonly content: Content;
  readonly provider: Pick<LtiProvider, 'signMessage'>;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly randomToken: () => string;
}

export interface Selector extends Launch {
  readonly selection: LaunchSelection;
}

/** A whole number, because Moodle needs one. */
const scoreMaximum = 100;
/** Both identify our line items, because some LMSs drop tags. */
export const ownItem = { tag: 'numplus', resourceIdPrefix: 'numplus-' } as const;

/** @throws AppError selection.return-refused */
export async function describeSelection(deps: SelectDeps, selector: Selector): Promise<SelectAnswer> {
  await checkReturn(deps, selector);
  const { content, storage } = deps;
  const current = await findCurrentActivity(storage, selector);
  return {
    forms: content.forms.map(({ id, title, description, scenes, minScenes, selection }) => ({
      id,
      title,
      description,
      scenes,
      minScenes,
      levelFrom: countForLevel(minScenes),
      mostScored:
        selection === 'adaptive'
          ? Math.min(standardRules.stop.maxScenes, countScored(content.scenarios(), scenes))
          : null,
    })),
    scenes: listMeasured(content).map((id) => describeScene(content, id)),
    accepts: acceptedBy(selector.selection),
    gradeShown: { family: selector.family, keepsBack: getFamilyQuirks(selector.family).keepsGradesBack },
    current: current && viewCurrent(content, current),
  };
}

/**
 * Returns the signed message for the LMS, also if nothing was chosen.
 * @throws AppError selection.return-refused, selection.not-accepted, activity.content-unknown;
 * session.forbidden if the platform is no longer connected
 */
export async function answerSelection(
  deps: SelectDeps,
  selector: Selector,
  choices: readonly SelectChoice[],
): Promise<SelectReply> {
  await checkReturn(deps, selector);
  checkAccepted(selector.selection, choices);
  const { organisationId, registrationId, deploymentId, selection } = selector;
  const registration = await deps.storage.platforms.findRegistration(organisationId, registrationId);
  if (registration === undefined) throw new AppError('session.forbidden');
  const { issuer, clientId } = registration;
  const current = choices.length === 1 ? await findCurrentActivity(deps.storage, selector) : null;
  // Its columns are found by this id.
  const keptId = ({ title }: SelectChoice): string | null =>
    current?.title === visibleText(title) ? current.settings.activity : null;
  const createId = (): string => `${ownItem.resourceIdPrefix}${deps.randomId()}`;
  const claims = createDeepLinkingClaims({
    issuer,
    clientId,
    deploymentId,
    data: selection.data,
    items: choices.map((choice) => toItem(deps, selector, { choice, id: keptId(choice) ?? createId() })),
    nonce: deps.randomToken(),
    now: deps.clock(),
  });
  const jwt = await deps.provider.signMessage({ issuer, clientId }, claims);
  if (jwt === undefined) throw new AppError('session.forbidden');
  return { returnUrl: selection.returnUrl, jwt };
}

/** A signed message goes only to an address that the operator connected. */
async function checkReturn(
  { storage }: SelectDeps,
  { organisationId, platformId, selection }: Selector,
): Promise<void> {
  const platform = await storage.platforms.find(organisationId, platformId);
  const origins = platform === undefined ? [] : await listReturnOrigins(storage.platforms, platform);
  const { origin } = new URL(selection.returnUrl);
  if (!origins.includes(origin)) throw new AppError('selection.return-refused', { origin });
}

function acceptedBy({
  acceptTypes,
  acceptMultiple,
  acceptLineItem,
}: SelectionSettings): SelectAnswer['accepts'] {
  return {
    activity: acceptTypes.includes('ltiResourceLink'),
    several: acceptMultiple,
    grade: acceptLineItem,
  };
}

function checkAccepted(selection: SelectionSettings, choices: readonly SelectChoice[]): void {
  const accepts = acceptedBy(selection);
  const refuse = (what: string): never => {
    throw new AppError('selection.not-accepted', { what });
  };
  if (choices.length > 0 && !accepts.activity) refuse('activity');
  if (choices.length > 1 && !accepts.several) refuse('several');
  if (choices.some(({ graded }) => graded) && !accepts.grade) refuse('grade');
}

function viewCurrent(content: Content, { title, settings, grade }: CurrentActivity): SelectCurrent {
  const { form, scenes, attempts, language, dimensionItems } = settings;
  const known = new Set(content.scenarios().map(({ scenario }) => scenario));
  return {
    title,
    form: content.forms.some(({ id }) => id === form) ? form : null,
    scenes: scenes?.every((scenario) => known.has(scenario)) === true ? scenes : null,
    attempts,
    language,
    dimensionItems,
    graded: grade !== null || form === null,
    grade: grade ?? usualGrade,
  };
}

function toItem(
  deps: SelectDeps,
  { family }: Selector,
  { choice, id: activity }: { readonly choice: SelectChoice; readonly id: string },
): ActivityItem {
  const { content, publicUrl } = deps;
  const { form, scenes } = choosePlan(content, choice);
  if (new Set(scenes).size < scenes.length) throw new AppError('request.invalid', { path: 'scenes' });
  const scored = countScored(content.scenarios(), scenes);
  // Refused, because a complete attempt would give no result.
  if (scored === 0) throw new AppError('selection.not-accepted', { what: 'unscored' });
  const mayHaveDimensions =
    choice.graded && choice.grade !== 'done' && scored >= countForLevel(form.minScenes);
  if (choice.dimensionItems && !mayHaveDimensions) {
    throw new AppError('selection.not-accepted', { what: 'dimensions' });
  }
  const { titleLanguage, attempts, language, dimensionItems, graded, grade } = choice;
  const title = visibleText(choice.title);
  if (title === '') throw new AppError('request.invalid', { path: 'title' });
  const text =
    choice.scenes === null
      ? describeForm(form.description, sizeForm(content, form))
      : listTitles(content, choice.scenes);
  return {
    title,
    text: text[titleLanguage],
    url: getLaunchUrl(publicUrl),
    custom: {
      ...toCustomParameters(
        {
          form: form.id,
          scenes: choice.scenes,
          attempts,
          language,
          dimensionItems,
          activity,
        },
        graded ? grade : null,
      ),
      ...askAtLaunch(family),
    },
    column: graded ? { scoreMaximum, label: title, resourceId: activity, tag: ownItem.tag } : null,
  };
}

function listTitles(content: Content, scenes: readonly string[]): BothLanguages {
  const titles = scenes.map((scene) => describeScene(content, scene).title);
  return {
    fr: titles.map(({ fr }) => fr).join(' · '),
    en: titles.map(({ en }) => en).join(' · '),
  };
}

function describeScene(content: Content, id: string): SelectAnswer['scenes'][number] {
  const { worldVersion } = content.currentVersions(id);
  // Titles do not depend on the seed.
  const { world, texts } = content.publicScene(id, worldVersion, 1);
  const titleIn = (language: 'fr' | 'en'): string => texts[language][world.title] ?? id;
  return {
    id,
    title: { fr: titleIn('fr'), en: titleIn('en') },
    minutes: world.minutes,
    isScored: world.scored !== false,
  };
}
