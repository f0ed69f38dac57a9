/** The clicks that remain after dynamic registration. Sources: Moodle's code; documents of the others. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Language } from '../../../scenarios/world/base.ts';

interface Registered {
  readonly family: PlatformFamily;
  /** As the LMS spells it; null: unknown. */
  readonly productVersion: string | null;
}

type Texts = Readonly<Record<Exclude<PlatformFamily, 'moodle'>, readonly string[]>> & {
  readonly moodle: readonly string[];
  /** From Moodle 4.3, by course. */
  readonly moodleCourse: string;
};

const fr: Texts = {
  moodle: [
    'Dans la liste des outils, sur la carte NUM+, appuyez sur «\u00a0Activer\u00a0» (Activate).',
    'Sur la même carte, ouvrez la roue dentée. Cherchez «\u00a0Utilisation de la configuration de l’outil\u00a0» (Tool configuration usage).',
    'Choisissez «\u00a0Afficher dans le sélecteur d’activité et comme outil préconfiguré\u00a0» (Show in activity chooser…), puis enregistrez. Sans cela, le sélecteur n’offre pas NUM+.',
  ],
  moodleCourse:
    'Ou, pour un seul cours\u00a0: ouvrez-y «\u00a0Plus\u00a0» (More), «\u00a0LTI Outils externes\u00a0» (LTI External tools), puis activez NUM+.',
  canvas: [
    'Terminez l’ajout, puis mettez l’état (State) de la clé à «\u00a0On\u00a0».',
    'Si Canvas ne l’a pas fait, ajoutez l’outil au compte\u00a0: «\u00a0Settings\u00a0», «\u00a0Apps\u00a0», «\u00a0+ App\u00a0», «\u00a0By Client ID\u00a0».',
    'Le déploiement attend ensuite une approbation dans NUM+, au premier lancement.',
  ],
  brightspace: [
    'Activez l’enregistrement\u00a0: Brightspace le laisse désactivé.',
    'Créez un déploiement (View Deployments, New Deployment), cochez les trois «\u00a0Extensions\u00a0», puis activez-le.',
    'Le déploiement attend ensuite une approbation dans NUM+, au premier lancement.',
  ],
  blackboard: [
    'Dans le panneau d’administration, ouvrez «\u00a0LTI Tool Providers\u00a0». Mettez «\u00a0Tool Status\u00a0» à «\u00a0Approved\u00a0».',
    'Répondez «\u00a0Yes\u00a0» à «\u00a0Allow grade service access\u00a0» et à «\u00a0Allow Membership Service Access\u00a0».',
  ],
  sakai: [
    'Enregistrez l’outil.',
    'Cochez «\u00a0Allow External Tool to return grades\u00a0» et «\u00a0Provide Roster to External Tool\u00a0».',
  ],
  openedx: ['Activez NUM+ dans la liste des outils de votre plateforme.'],
};

const en: Texts = {
  moodle: [
    'In the list of tools, on the NUM+ card, press “Activate”.',
    'On the same card, open the gear icon. Find “Tool configuration usage”.',
    'Choose “Show in activity chooser and as a preconfigured tool”, then save. Without this, the activity chooser does not offer NUM+.',
  ],
  moodleCourse: 'Or, for one course only: open “More”, “LTI External tools” there, then turn NUM+ on.',
  canvas: [
    'Finish adding the tool, then set the State of the key to “On”.',
    'If Canvas did not do it, add the tool to the account: “Settings”, “Apps”, “+ App”, “By Client ID”.',
    'The deployment then waits for approval in NUM+, at the first launch.',
  ],
  brightspace: [
    'Enable the registration: Brightspace leaves it disabled.',
    'Create a deployment (View Deployments, New Deployment), select the three “Extensions”, then enable it.',
    'The deployment then waits for approval in NUM+, at the first launch.',
  ],
  blackboard: [
    'In the Administrator Panel, open “LTI Tool Providers”. Set “Tool Status” to “Approved”.',
    'Answer “Yes” to “Allow grade service access” and to “Allow Membership Service Access”.',
  ],
  sakai: [
    'Save the tool.',
    'Select “Allow External Tool to return grades” and “Provide Roster to External Tool”.',
  ],
  openedx: ['Activate NUM+ in your platform’s list of tools.'],
};

const texts: Readonly<Record<Language, Texts>> = { fr, en };

export function listRemainingSteps(language: Language, { family }: Registered): readonly string[] {
  return texts[language][family];
}

/** Replaces the steps for a single course; undefined if the LMS has no such way. */
export function findCourseAlternative(
  language: Language,
  { family, productVersion }: Registered,
): string | undefined {
  return family === 'moodle' && isFrom(productVersion, 4, 3) ? texts[language].moodleCourse : undefined;
}

/** `4.5.5 (Build: 20250609)` → 4.5; false if unreadable. */
function isFrom(version: string | null, major: number, minor: number): boolean {
  const [, ours, sub] = /^(\d{1,4})\.(\d{1,4})/.exec(version ?? '') ?? [];
  if (ours === undefined || sub === undefined) return false;
  return Number(ours) > major || (Number(ours) === major && Number(sub) >= minor);
}

/** `Moodle 4.5.5`, without other text of the LMS. */
export function nameProduct({ family, productVersion }: Registered): string {
  const version = /^\d{1,4}(?:\.\d{1,4}){0,3}(?:dev|beta)?/.exec(productVersion ?? '')?.[0];
  return version === undefined ? names[family] : `${names[family]} ${version}`;
}

const names: Readonly<Record<PlatformFamily, string>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  brightspace: 'Brightspace',
  blackboard: 'Blackboard',
  sakai: 'Sakai',
  openedx: 'Open edX',
};
