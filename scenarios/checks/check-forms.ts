import { countScored, findNewest, type ListedScenario } from '../schema/catalogue.ts';
import type { FormsFile } from '../schema/scenario.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import { checkWriting } from './writing-rules.ts';

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

/** Such a form could never give a grade. Reported only if all its scenes exist. */
function tooFewScored(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, scenes, minScenes }, index) => {
    const isWhole = scenes.every((scenario) => findNewest(versions, scenario) !== undefined);
    const scored = countScored(versions, scenes);
    if (!isWhole || scored >= minScenes) return [];
    const params = { form, scored, minScenes };
    return [source.problem('error', ['forms', index, 'scenes'], 'form.too-few-scored', params)];
  });
}

function offerScenes(source: YamlSource<FormsFile>, versions: readonly ListedScenario[]): Problem[] {
  return source.data.forms.flatMap(({ id: form, scenes, days, afterHelperOffer }, index) =>
    afterHelperOffer.flatMap((scenario, place) => {
      const isSameDay = days[scenario] === days[scenes[0] ?? ''];
      const isKnown = scenes.includes(scenario) && afterHelperOffer.indexOf(scenario) === place;
      const isScored = findNewest(versions, scenario)?.isScored !== false;
      if (isKnown && isScored && isSameDay) return [];
      const where = ['forms', index, 'afterHelperOffer', place];
      return [source.problem('error', where, 'form.offer-scene', { form, scenario })];
    }),
  );
}

/** Days must never go back, and either all scenes have a day or none. */
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

/** Only adaptive forms may have a core (of scored scenes), and they may have no days. */
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
