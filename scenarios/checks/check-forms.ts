/** The forms against the scenarios that are there, and their titles and descriptions against the rules of writing. */
import { countScored, findNewest, type ListedScenario } from '../schema/catalogue.ts';
import type { FormsFile } from '../schema/scenario.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import { checkWriting } from './writing-rules.ts';

/** Findings about forms, each by its line. */
export function checkForms(
  source: YamlSource<FormsFile>,
  versions: readonly ListedScenario[],
  bankVersions: readonly number[],
): Problem[] {
  return [
    ...missingBanks(source, bankVersions),
    ...missingScenes(source, versions),
    ...tooFewScored(source, versions),
    ...offerScenes(source, versions),
    ...daysBackwards(source),
    ...adaptiveParts(source, versions),
    ...formTexts(source),
  ];
}

/** Without the bank that it names, nobody who plays a form could be measured. */
function missingBanks(source: YamlSource<FormsFile>, bankVersions: readonly number[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, bankVersion }, index) =>
    bankVersions.includes(bankVersion)
      ? []
      : [
          source.problem('error', ['forms', index, 'bankVersion'], 'form.bank-unknown', {
            form,
            bankVersion,
          }),
        ],
  );
}

/** A form that names a scenario which is not there, or is broken, is told so. */
function missingScenes(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap((form, index) =>
    form.scenes.flatMap((scenario, place) =>
      findNewest(versions, scenario) === undefined
        ? [
            source.problem('error', ['forms', index, 'scenes', place], 'form.scene-missing', {
              form: form.id,
              scenario,
            }),
          ]
        : [],
    ),
  );
}

/** A form whose scenes are all there, and of which too few are scored, could never give a grade. */
function tooFewScored(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, scenes, minScenes }, index) => {
    const isWhole = scenes.every((scenario) => findNewest(versions, scenario) !== undefined);
    const scored = countScored(versions, scenes);
    if (!isWhole || scored >= minScenes) return [];
    const params = { form, scored, minScenes };
    return [source.problem('error', ['forms', index, 'scenes'], 'form.too-few-scored', params)];
  });
}

/** What comes next after an accepted offer is a scored scene of the form's first day, named once. */
function offerScenes(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, scenes, days, afterHelperOffer }, index) =>
    afterHelperOffer.flatMap((scenario, place) => {
      // Brought forward from another day, it would turn the week around.
      const isSameDay = days[scenario] === days[scenes[0] ?? ''];
      const isKnown = scenes.includes(scenario) && afterHelperOffer.indexOf(scenario) === place;
      const isScored = findNewest(versions, scenario)?.isScored !== false;
      if (isKnown && isScored && isSameDay) return [];
      const where = ['forms', index, 'afterHelperOffer', place];
      return [source.problem('error', where, 'form.offer-scene', { form, scenario })];
    }),
  );
}

/** A week goes on: no scene is played on a day before that of the scene before it, and all have a day or none. */
function daysBackwards(source: YamlSource<FormsFile>): Problem[] {
  return source.data.forms.flatMap(({ id: form, scenes, days }, index) => {
    if (Object.keys(days).length === 0) return [];
    let before = 1;
    return scenes.flatMap((scenario, place) => {
      const day = days[scenario] ?? 0;
      const isInOrder = day >= before;
      before = Math.max(before, day);
      const where = ['forms', index, 'scenes', place];
      return isInOrder ? [] : [source.problem('error', where, 'form.day-order', { form, scenario })];
    });
  });
}

/** The core is of adaptive forms, and of scored scenes; their days follow from the order of play. */
function adaptiveParts(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, selection, scenes, days, core }, index) => {
    const strayDays = selection === 'adaptive' && Object.keys(days).length > 0;
    return [
      ...(strayDays
        ? [source.problem('error', ['forms', index, 'scenes'], 'form.adaptive-days', { form })]
        : []),
      ...core.flatMap((scenario, place) => {
        const isKnown = scenes.includes(scenario) && core.indexOf(scenario) === place;
        const isScored = findNewest(versions, scenario)?.isScored !== false;
        if (selection === 'adaptive' && isKnown && isScored) return [];
        return [
          source.problem('error', ['forms', index, 'core', place], 'form.core-scene', { form, scenario }),
        ];
      }),
    ];
  });
}

function formTexts(source: YamlSource<FormsFile>): Problem[] {
  return source.data.forms.flatMap((form, index) =>
    (['title', 'description'] as const).flatMap((key) =>
      (['fr', 'en'] as const).flatMap((language) =>
        checkWriting(language, form[key][language], true).map(({ code, params }) =>
          source.problem('error', ['forms', index, key, language], code, { form: form.id, ...params }),
        ),
      ),
    ),
  );
}
