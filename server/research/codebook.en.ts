import type { CodebookTexts } from './codebook-types.ts';
import { itemCodebookEn } from './item-codebook.en.ts';

const whole = 'whole number';
const logits = 'logits';
const milliseconds = 'milliseconds';
const yesNo = '1 yes, 0 no';
const background = 'only for research, in a study that has asked';
const unanswered = 'missing if not answered';
const flags = 'not-tried, machine-fast, repeated, separated by a space';

export const codebookEn: CodebookTexts = {
  header: ['table', 'variable', 'meaning', 'values'],
  note: 'note',
  columns: {
    ...itemCodebookEn,
    person: {
      meaning: 'Pseudonym of the person in this study; the same as the actor of xAPI statements',
      values: 'text of 64 hexadecimal digits',
    },
    attempt: { meaning: 'Id of the attempt; the registration of xAPI statements', values: 'text' },
    attempt_number: {
      meaning: 'Which attempt of the person in the activity it is',
      values: `${whole} from 1`,
    },
    started_on: { meaning: 'Day on which the attempt began, universal time', values: 'YYYY-MM-DD' },
    form: { meaning: 'Form played: which scenes, fixed or adaptive', values: 'id' },
    status: { meaning: 'State of the attempt', values: 'open, paused, finished, abandoned' },
    language: { meaning: 'Language played last', values: 'fr, en' },
    validity: { meaning: 'Whether staff set the attempt aside', values: 'valid, invalid' },
    held_for: {
      meaning: 'Flags of the attempt on which staff have not decided',
      values: `${flags}; missing if none`,
    },
    pinned_bank: { meaning: 'Version of the item bank fixed when the attempt began', values: whole },
    input: {
      meaning: 'Input modes used in the attempt; a switch acts as one of them',
      values: 'keyboard, mouse, pen, touch, separated by a space',
    },
    adaptations: {
      meaning: 'Adaptations up to the end of the last scene',
      values:
        'read-aloud, helper, assists, eased, text-size, zoom, contrast, motion, separated by a space; empty if none',
    },
    scenes_done: { meaning: 'Measured scenes played to their end', values: whole },
    scenes_skipped: { meaning: 'Measured scenes opened and skipped', values: whole },
    scene_how: {
      meaning: 'End of the scene {title}',
      values: 'done: finished; skipped: 0 points; left: not finished, points missing',
    },
    scene_missing: {
      meaning: 'Why the items of the scene {title} have no points of their own',
      values:
        'not-in-form: this person’s form lacks it; not-reached: not begun, or not ended yet; quit: begun and left; omitted: skipped, 0 points; not-tried: ended within seconds, with fewer acts than any honest route, and not counted by staff; missing if played to its end',
    },
    scene_flags: { meaning: 'Flags of the scene {title}', values: `${flags}; missing if none` },
    scene_eased: { meaning: 'Scene {title} with help open from the start', values: yesNo },
    item: {
      meaning: 'Points on the item: {title}, dimension {dimension}',
      values: '0 to {max}; also 0 if the scene was skipped; missing otherwise (see _missing)',
    },
    dimension_theta: { meaning: 'EAP ability in {dimension}, from its own items only', values: logits },
    dimension_se: {
      meaning: 'Standard error of that EAP, including uncertainty of difficulties',
      values: logits,
    },
    dimension_wle: {
      meaning: 'WLE (Warm) ability in {dimension}',
      values: `${logits}; imprecise at both ends`,
    },
    dimension_wle_se: { meaning: 'Standard error of that WLE', values: logits },
    overall_theta: { meaning: 'EAP ability, all items together', values: logits },
    overall_se: {
      meaning: 'Standard error of that EAP, including uncertainty of difficulties',
      values: logits,
    },
    overall_wle: {
      meaning: 'WLE (Warm) ability, all items together',
      values: `${logits}; imprecise at both ends`,
    },
    overall_wle_se: { meaning: 'Standard error of that WLE', values: logits },
    overall_level: { meaning: 'Most likely overall level', values: '1 to 4; missing under 6 scored scenes' },
    score: {
      meaning:
        'Percentage of the points of all scenes in that bank: bank 1, expected at that ability; from bank 2 on, points earned and, for scenes without an answer, expected',
      values: '1 to 100; missing under 6 scored scenes',
    },
    score_low: {
      meaning: 'Lower end of the 80% band of that score',
      values: '1 to 100; missing under 6 scored scenes',
    },
    score_high: {
      meaning: 'Upper end of the 80% band of that score',
      values: '1 to 100; missing under 6 scored scenes',
    },
    measure_bank: { meaning: 'Version of the bank used for the measures of the row', values: whole },
    scene: { meaning: 'Short name of the scene, as in the matrix', values: 'text' },
    place: { meaning: 'Position of the scene in the attempt', values: `${whole} from 1` },
    scenario: { meaning: 'Id of the scenario', values: 'text' },
    world_version: { meaning: 'Version of the scenario’s world', values: whole },
    scoring_version: { meaning: 'Version of the evidence rules', values: whole },
    how: { meaning: 'End of the scene', values: 'done, skipped, left' },
    eased: { meaning: 'Help open from the start of the scene', values: yesNo },
    points: { meaning: 'Points of the scene', values: `${whole}; missing if the scene is not measured` },
    points_possible: { meaning: 'Points possible in the scene', values: whole },
    active_ms: { meaning: 'Time in the scene, without pauses and absences', values: milliseconds },
    flags: {
      meaning: 'Flags of the scene, from the log; they stay after staff decided',
      values: `${flags}; missing if none`,
    },
    total_ms: {
      meaning: 'Time from the start to the end of the scene, pauses included',
      values: milliseconds,
    },
    first_action_ms: {
      meaning: 'Time to the first action, without pauses',
      values: `${milliseconds}; missing if there was none`,
    },
    n_actions: { meaning: 'Accepted actions', values: whole },
    n_undo: { meaning: 'Uses of “Undo”', values: whole },
    n_help: { meaning: 'Uses of help', values: whole },
    n_read_aloud: { meaning: 'Uses of “Listen”', values: whole },
    n_assist: { meaning: 'Helping hands from someone beside the learner', values: whole },
    n_app_switch: { meaning: 'Moves from one app to another', values: whole },
    n_backtrack: { meaning: 'Returns to a place already left', values: whole },
    n_pause: { meaning: 'Pauses with the button', values: whole },
    idle_ms: { meaning: 'Time without an action beyond 30 seconds, each time', values: milliseconds },
    hidden_ms: { meaning: 'Time during which the page was hidden', values: milliseconds },
    variant_seed: {
      meaning: 'Variant: names, days and values; the difficulty stays the same',
      values: whole,
    },
    scene_input: {
      meaning: 'Input modes used in the scene',
      values: 'keyboard, mouse, pen, touch, separated by a space',
    },
    zoom: {
      meaning: 'Enlargement of text or page, rounded down',
      values: '100, 125, 150, 200, 300, 400%',
    },
    motion: { meaning: 'Motion setting of the device', values: 'usual, reduced' },
    contrast: { meaning: 'Contrast setting of the device', values: 'usual, more, forced' },
    age_group: {
      meaning: `Age group that the person gave; ${background}`,
      values: `under-18, 18-24, 25-34, 35-44, 45-54, 55-64, 65-and-over; ${unanswered}`,
    },
    schooling: {
      meaning: `Highest diploma that the person gave; ${background}`,
      values: `no-diploma, secondary, college, university, other; ${unanswered}`,
    },
    first_language: {
      meaning: `Language that the person learned first, as a child; ${background}`,
      values: `french, english, indigenous, other (also a signed language), several (two or more); ${unanswered}`,
    },
    computer_years: {
      meaning: `Years for which the person has used a computer, tablet or smartphone; ${background}`,
      values: `under-1, 1-5, 6-10, over-10; ${unanswered}`,
    },
  },
  notes: [
    'One row per attempt in the matrix; one row per ended scene in the process table; one row per item in items; one row per comparison and item in dif; one row per group of people and per step in wright. NA: missing, never zero.',
    'Never in these tables: staff trials, test persons, and attempts without any answer. items, dif and wright count each person once, with the first attempt that has an answer, and leave out scenes with help open from the start. Attempts that staff set aside are included only with --with-invalid.',
    'A scene flagged not-tried counts in no estimate until staff count the attempt. items, dif, wright and calibrate leave out attempts on which staff have not decided (held_for).',
    'The table has only attempts of people who agreed to research. With --purpose operational it has everybody, and is then for running the activity, not for research.',
    'No name, no address and no text that a person wrote. A pseudonym cannot be compared between two studies.',
    'A point that the third step of help shows is not counted. Process indicators give no points.',
    'A scene with help open from the start has the same rules; exclude it from calibration (columns _eased).',
    'Difficulties are estimates by experts in the pilot version. Measures depend on the bank; measure_bank says which.',
    'Time does not show ability. Never judge people who listen to texts or use a switch by time alone.',
    'These measures are for neither hiring nor deciding on benefits.',
  ],
};
