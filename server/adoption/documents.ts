/** The documents of the kit, as blocks. */
import type { Language } from '../../scenarios/world/base.ts';
import type { Block } from './blocks.ts';
import { dataMapBlocks } from './data-map-document.ts';
import { type AnswerTo, fillIn } from './fill-in.ts';
import { firstPage } from './first-page.ts';
import type { KitFacts } from './kit-facts.ts';
import { type DocumentKey, documentKeys, kitWords } from './kit-words.ts';
import { automatedEn } from './texts/automated.en.ts';
import { automatedFr } from './texts/automated.fr.ts';
import { contractEn } from './texts/contract.en.ts';
import { contractFr } from './texts/contract.fr.ts';
import { ethicsEn } from './texts/ethics.en.ts';
import { ethicsFr } from './texts/ethics.fr.ts';
import { impactEn } from './texts/impact.en.ts';
import { impactFr } from './texts/impact.fr.ts';
import { incidentsEn } from './texts/incidents.en.ts';
import { incidentsFr } from './texts/incidents.fr.ts';
import { noticesEn } from './texts/notices.en.ts';
import { noticesFr } from './texts/notices.fr.ts';
import { placesEn } from './texts/places.en.ts';
import { placesFr } from './texts/places.fr.ts';
import { policyEn } from './texts/policy.en.ts';
import { policyFr } from './texts/policy.fr.ts';
import { retentionEn } from './texts/retention.en.ts';
import { retentionFr } from './texts/retention.fr.ts';

type Body = Exclude<DocumentKey, 'first'>;
type Writer = (facts: KitFacts, answerTo: AnswerTo) => readonly Block[];

const writers: Readonly<Record<Language, Readonly<Record<Body, Writer>>>> = {
  fr: {
    impact: impactFr,
    dataMap: () => dataMapBlocks('fr'),
    notices: noticesFr,
    retention: retentionFr,
    incidents: incidentsFr,
    automated: automatedFr,
    contract: contractFr,
    ethics: ethicsFr,
    places: placesFr,
    policy: policyFr,
  },
  en: {
    impact: impactEn,
    dataMap: () => dataMapBlocks('en'),
    notices: noticesEn,
    retention: retentionEn,
    incidents: incidentsEn,
    automated: automatedEn,
    contract: contractEn,
    ethics: ethicsEn,
    places: placesEn,
    policy: policyEn,
  },
};

/** Wide tables need the page on its side. */
const wide: readonly DocumentKey[] = ['dataMap', 'incidents'];

export interface KitPart {
  readonly key: DocumentKey;
  /** In the order of reading, from 1. */
  readonly number: number;
  /** Without its extension. */
  readonly file: string;
  readonly title: string;
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

/** In the order of reading. `answerTo` answers a question by its name (answers.ts); an empty answer leaves the place open. */
export function makeDocuments(facts: KitFacts, language: Language, answerTo: AnswerTo = () => ''): KitPart[] {
  const parts = documentKeys
    .filter((key) => key !== 'first')
    .map((key) => partOf(key, fillIn(writers[language][key](facts, answerTo), answerTo)));
  return [partOf('first', firstPage(facts, language, parts, answerTo)), ...parts];

  function partOf(key: DocumentKey, blocks: readonly Block[]): KitPart {
    return {
      key,
      number: documentKeys.indexOf(key) + 1,
      ...kitWords[language].documents[key],
      isWide: wide.includes(key),
      blocks,
    };
  }
}
