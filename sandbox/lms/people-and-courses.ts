/** All people and courses are invented. */
import type { Activity, CourseCopy, LineItem, Locale, StoredState } from './stored-state.ts';

export type Role = 'learner' | 'teacher' | 'administrator';

export interface Person {
  readonly id: number;
  readonly role: Role;
  readonly username: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly sourcedId: string;
}

export interface Course {
  readonly id: number;
  readonly shortName: string;
  readonly fullName: string;
  readonly sourcedId: string;
  readonly language: Locale;
  readonly intro: string;
  readonly sectionTitle: string;
}

export function createPerson(
  id: number,
  role: Role,
  givenName: string,
  familyName: string,
  username: string,
): Person {
  const sourcedId = role === 'administrator' ? '' : `fiche-${String(1000 + id)}`;
  return { id, role, givenName, familyName, username, email: `${username}@bouleaux.example`, sourcedId };
}

export const PEOPLE: readonly Person[] = [
  createPerson(4, 'learner', 'Fatou', 'Diallo', 'fdiallo'),
  createPerson(5, 'learner', 'Réjean', 'Tremblay', 'rtremblay'),
  createPerson(6, 'learner', 'Thi Lan', 'Nguyễn', 'tlnguyen'),
  createPerson(7, 'learner', 'Mikona', 'Awashish', 'mawashish'),
  createPerson(8, 'learner', 'Luz Marina', 'Hernández', 'lmhernandez'),
  createPerson(3, 'teacher', 'Geneviève', 'Lavoie', 'glavoie'),
  createPerson(2, 'administrator', 'Karim', 'Benali', 'admin'),
];

const createExample = (id: number, givenName: string, familyName: string, username: string): Person =>
  createPerson(id, 'learner', givenName, `${familyName} (fiction)`, username);

/** Marked in every list by a word of both languages. */
export const EXAMPLES: readonly Person[] = [
  createExample(21, 'Amina', 'Haddad', 'ahaddad'),
  createExample(22, 'Gaétan', 'Bouchard', 'gbouchard'),
  createExample(23, 'Rose-Darline', 'Pierre', 'rdpierre'),
  createExample(24, 'Uapukun', 'Vollant', 'uvollant'),
  createExample(25, 'Daniela', 'Moreno Rojas', 'dmoreno'),
  createExample(26, 'Minh Khôi', 'Trần', 'mktran'),
  createExample(27, 'Oleksandra', 'Bondar', 'obondar'),
  createExample(28, 'Sébastien', 'Gagné', 'sgagne'),
  createExample(29, 'Ibrahima', 'Koné', 'ikone'),
  createExample(30, 'Priya', 'Sandhu', 'psandhu'),
  createExample(31, 'Lucie', 'Beauséjour', 'lbeausejour'),
  createExample(32, 'Jayden', 'Clarke', 'jclarke'),
];

export const COURSES: readonly Course[] = [
  {
    id: 2,
    shortName: 'NUM-101',
    fullName: 'Le numérique au travail',
    sourcedId: 'NUM-101-A26',
    language: 'fr_ca',
    intro: 'Un parcours pour faire le point sur vos habiletés numériques, à votre rythme.',
    sectionTitle: 'Faire le point',
  },
  {
    id: 3,
    shortName: 'DIG-101',
    fullName: 'Digital skills at work',
    sourcedId: 'DIG-101-A26',
    language: 'en',
    intro: 'A course to take stock of your digital skills, at your own pace.',
    sectionTitle: 'Taking stock',
  },
];

export const FIRST_ACTIVITIES: readonly Activity[] = [
  {
    cmid: 2,
    resourceLinkId: 1,
    courseId: 2,
    title: 'NUM+, une semaine aux Ateliers Boréal',
    description: 'Un jeu qui montre ce que vous savez faire au travail. Ce n’est pas un examen.',
    url: null,
    custom: {},
    graded: true,
    copiedFrom: [],
  },
  {
    cmid: 3,
    resourceLinkId: 2,
    courseId: 3,
    title: 'NUM+, a week at Ateliers Boréal',
    description: 'A game that shows what you can do at work. It is not an exam.',
    url: null,
    custom: {},
    graded: true,
    copiedFrom: [],
  },
];

export function createColumn(id: number, activity: Activity): LineItem {
  return {
    id,
    courseId: activity.courseId,
    resourceLinkId: activity.resourceLinkId,
    ofActivity: true,
    label: activity.title,
    scoreMaximum: 100,
    resourceId: '',
    tag: '',
    gradesReleased: true,
    submissionReview: null,
  };
}

/** Id 1 is reserved, since other LMSs use it for the course total. */
export const FIRST_LINE_ITEMS: readonly LineItem[] = FIRST_ACTIVITIES.map((activity, index) =>
  createColumn(index + 2, activity),
);

export function findPerson(id: number): Person | undefined {
  return [...PEOPLE, ...EXAMPLES].find((person) => person.id === id);
}

/** A copy has its own id and the rest of its original. */
export function findCourse(id: number, copies: readonly CourseCopy[] = []): Course | undefined {
  const originalId = copies.find((copy) => copy.id === id)?.origins.at(-1) ?? id;
  const course = COURSES.find((candidate) => candidate.id === originalId);
  return course && { ...course, id };
}

export function fullName(person: Person): string {
  return `${person.givenName} ${person.familyName}`;
}

/** Everybody but administrators is enrolled in every course, as in a stock Moodle. */
export function listMembers({ hasExamples }: Pick<StoredState, 'hasExamples'>): readonly Person[] {
  const members = PEOPLE.filter((person) => person.role !== 'administrator');
  return hasExamples ? [...EXAMPLES, ...members] : members;
}

export function mayReview(reader: Person, userId: number | undefined): boolean {
  return isStaff(reader) || reader.id === userId;
}

export function isStaff(person: Person): boolean {
  return person.role !== 'learner';
}
