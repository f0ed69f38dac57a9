/** Every sentence of the LMS's own pages, French first. Course contents are not here: they belong to the courses. */
import type { Role } from '../people-and-courses.ts';

export type Language = 'fr' | 'en';

const fr = {
  languageName: 'Français',
  switchLanguage: 'Langue',
  skipToContent: 'Aller au contenu',
  school: 'Centre des Bouleaux',
  portal: 'Portail de formation',
  breadcrumbs: 'Fil d’Ariane',
  home: 'Accueil',
  changePerson: 'Changer de personne',
  homeTitle: 'Bienvenue au portail',
  homeLead: 'Cette école est un lieu d’essai. Les personnes et les cours sont inventés.',
  choosePerson: 'Qui êtes-vous aujourd’hui?',
  choosePersonHint: 'Choisissez une personne pour entrer. Vous pourrez en changer à tout moment.',
  actAs: 'Entrer comme',
  current: 'En ce moment',
  myCourses: 'Mes cours',
  courseLanguage: { fr_ca: 'En français', en: 'En anglais' },
  roles: { learner: 'Élève', teacher: 'Enseignement', administrator: 'Administration' } satisfies Record<
    Role,
    string
  >,
  activity: 'Activité',
  gradedOutOf: (maximum: string): string => `notée sur ${maximum}`,
  notGraded: 'sans note',
  openActivity: 'Ouvrir l’activité',
  openInWindow: 'Ouvrir dans toute la fenêtre',
  yourGrade: 'Votre note',
  noGradeYet: 'Pas encore de note',
  courseTools: 'Dans ce cours',
  myGrades: 'Mes notes',
  gradebook: 'Carnet de notes',
  selectContent: 'Choisir du contenu',
  selectContentHint: 'Choisissez ce que vous voulez ajouter au cours.',
  backToCourse: 'Retour au cours',
  people: (count: number): string => `${count} personnes inscrites`,
  person: 'Personne',
  grade: 'Note',
  comment: 'Commentaire',
  receivedAt: 'Reçue le',
  analysis: 'Analyse',
  gradeAnalysis: 'Analyse de la note',
  gradeAnalysisOf: (name: string): string => `Analyse de la note de ${name}`,
  overridden: 'Modifiée par l’enseignement',
  none: '—',
  noColumns: 'Ce cours n’a pas d’activité notée.',
  added: (count: number): string =>
    count === 0
      ? 'Rien n’a été ajouté'
      : count === 1
        ? 'Une activité est ajoutée'
        : `${count} activités sont ajoutées`,
  leftActivity: 'Vous avez quitté l’activité',
  toolSays: 'Message de l’activité',
  continue: 'Continuer',
  sending: 'Un instant, l’activité s’ouvre…',
  lostTitle: 'Cette page n’est pas disponible',
  lostBody:
    'Le lien a peut-être déjà servi, ou il n’est plus bon. Retournez au cours et ouvrez l’activité de nouveau.',
  reason: 'Détail',
  footer: 'Portail d’essai. Aucune donnée réelle n’y est gardée.',
};

export type Texts = typeof fr;

const en: Texts = {
  languageName: 'English',
  switchLanguage: 'Language',
  skipToContent: 'Skip to content',
  school: 'Centre des Bouleaux',
  portal: 'Learning portal',
  breadcrumbs: 'Breadcrumbs',
  home: 'Home',
  changePerson: 'Change person',
  homeTitle: 'Welcome to the portal',
  homeLead: 'This school is a place for trying things out. The people and the courses are made up.',
  choosePerson: 'Who are you today?',
  choosePersonHint: 'Choose a person to come in. You can change at any time.',
  actAs: 'Come in as',
  current: 'At the moment',
  myCourses: 'My courses',
  courseLanguage: { fr_ca: 'In French', en: 'In English' },
  roles: { learner: 'Learner', teacher: 'Teaching', administrator: 'Administration' },
  activity: 'Activity',
  gradedOutOf: (maximum) => `graded out of ${maximum}`,
  notGraded: 'not graded',
  openActivity: 'Open the activity',
  openInWindow: 'Open in the whole window',
  yourGrade: 'Your grade',
  noGradeYet: 'No grade yet',
  courseTools: 'In this course',
  myGrades: 'My grades',
  gradebook: 'Gradebook',
  selectContent: 'Select content',
  selectContentHint: 'Choose what you want to add to the course.',
  backToCourse: 'Back to the course',
  people: (count) => `${count} people enrolled`,
  person: 'Person',
  grade: 'Grade',
  comment: 'Comment',
  receivedAt: 'Received',
  analysis: 'Analysis',
  gradeAnalysis: 'Grade analysis',
  gradeAnalysisOf: (name) => `Grade analysis for ${name}`,
  overridden: 'Changed by the teacher',
  none: '—',
  noColumns: 'This course has no graded activity.',
  added: (count) =>
    count === 0
      ? 'Nothing was added'
      : count === 1
        ? 'One activity was added'
        : `${count} activities were added`,
  leftActivity: 'You have left the activity',
  toolSays: 'Message from the activity',
  continue: 'Continue',
  sending: 'One moment, the activity is opening…',
  lostTitle: 'This page is not available',
  lostBody:
    'The link may have been used already, or it has expired. Go back to the course and open the activity again.',
  reason: 'Detail',
  footer: 'A portal for trying things out. No real data is kept here.',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { fr, en };
