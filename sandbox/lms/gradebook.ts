import { findPerson, fullName } from './people-and-courses.ts';
import type { Store } from './store.ts';
import type { Activity, Grade, LineItem } from './stored-state.ts';

export interface GradeEntry {
  readonly courseId: number;
  readonly itemId: number;
  readonly itemLabel: string;
  readonly resourceLinkId: number | null;
  readonly userId: number;
  readonly name: string;
  readonly points: number | null;
  readonly maximum: number;
  readonly comment: string;
  readonly receivedAt: string | null;
  readonly overridden: boolean;
  /** Otherwise the tool asks that learners see only that it is done. */
  readonly isReleased: boolean;
  /** 0 if the LMS counts no posts. */
  readonly submissions: number;
}

export function findActivity(store: Store, cmid: number): Activity | undefined {
  return store.state.activities.find((activity) => activity.cmid === cmid);
}

export function getActivity(store: Store, cmid: number): Activity {
  const activity = findActivity(store, cmid);
  if (activity === undefined) throw new Error(`There is no activity ${cmid}.`);
  return activity;
}

/** With its columns and grades. @throws if the activity does not exist */
export function deleteActivity(store: Store, cmid: number): void {
  const { resourceLinkId } = getActivity(store, cmid);
  for (const { id } of listItemsOfLink(store, resourceLinkId)) removeLineItem(store, id);
  store.state.activities = store.state.activities.filter((activity) => activity.cmid !== cmid);
  store.commit();
}

export function addGradedActivity(
  store: Store,
  wanted: Pick<Activity, 'cmid' | 'courseId' | 'title' | 'custom'>,
): void {
  const { cmid, courseId, title } = wanted;
  if (findActivity(store, cmid) !== undefined) throw new Error(`There is an activity ${cmid}.`);
  store.state.activities.push({
    ...wanted,
    resourceLinkId: cmid,
    description: '',
    url: null,
    graded: true,
    copiedFrom: [],
  });
  store.state.lineItems.push({
    id: cmid,
    courseId,
    resourceLinkId: cmid,
    ofActivity: true,
    label: title,
    scoreMaximum: 100,
    resourceId: '',
    tag: '',
    gradesReleased: true,
    submissionReview: null,
  });
  store.commit();
}

interface NewColumn {
  readonly cmid: number;
  readonly itemId: number;
  readonly tag: string;
  readonly resourceId: string;
  readonly label?: string | undefined;
}

/** @throws if the activity does not exist */
export function addColumn(store: Store, { cmid, itemId, tag, resourceId, label }: NewColumn): void {
  const { courseId, resourceLinkId, title } = getActivity(store, cmid);
  store.state.lineItems.push({
    id: itemId,
    courseId,
    resourceLinkId,
    ofActivity: false,
    label: label ?? title,
    scoreMaximum: 100,
    resourceId,
    tag,
    gradesReleased: true,
    submissionReview: null,
  });
  store.commit();
}

export function listItemsOfLink(store: Store, resourceLinkId: number): LineItem[] {
  return store.state.lineItems.filter((item) => item.resourceLinkId === resourceLinkId);
}

export function listItemsOfCourse(store: Store, courseId: number): LineItem[] {
  return store.state.lineItems.filter((item) => item.courseId === courseId);
}

export function findLineItem(store: Store, courseId: number, itemId: number): LineItem | undefined {
  return listItemsOfCourse(store, courseId).find((item) => item.id === itemId);
}

export function findGrade(store: Store, itemId: number, userId: number): Grade | undefined {
  return store.state.grades.find((grade) => grade.itemId === itemId && grade.userId === userId);
}

export function ensureGrade(store: Store, itemId: number, userId: number): Grade {
  const existing = findGrade(store, itemId, userId);
  if (existing !== undefined) return existing;
  const grade: Grade = {
    itemId,
    userId,
    points: null,
    comment: '',
    receivedAtMs: null,
    stampedAtMs: null,
    override: null,
    locked: false,
    submissions: 0,
  };
  store.state.grades.push(grade);
  return grade;
}

export function toGradeEntry(item: LineItem, grade: Grade): GradeEntry {
  const person = findPerson(grade.userId);
  return {
    courseId: item.courseId,
    itemId: item.id,
    itemLabel: item.label,
    resourceLinkId: item.resourceLinkId,
    userId: grade.userId,
    name: person === undefined ? '' : fullName(person),
    points: grade.override?.points ?? grade.points,
    maximum: item.scoreMaximum,
    comment: grade.override?.comment ?? grade.comment,
    receivedAt: grade.receivedAtMs === null ? null : new Date(grade.receivedAtMs).toISOString(),
    overridden: grade.override !== null,
    isReleased: item.gradesReleased,
    submissions: grade.submissions,
  };
}

export function listGradeEntries(store: Store): GradeEntry[] {
  const entries = store.state.lineItems.flatMap((item) =>
    store.state.grades.filter((grade) => grade.itemId === item.id).map((grade) => toGradeEntry(item, grade)),
  );
  return entries.sort((a, b) => a.itemId - b.itemId || a.userId - b.userId);
}

/** Grades keep their share of the maximum. */
export function changeLineItem(store: Store, item: LineItem, change: Partial<LineItem>): void {
  const before = item.scoreMaximum;
  Object.assign(item, change);
  if (before > 0 && before !== item.scoreMaximum) {
    for (const grade of store.state.grades) {
      if (grade.itemId === item.id && grade.points !== null) {
        grade.points = (grade.points / before) * item.scoreMaximum;
      }
    }
  }
  store.commit();
}

export function removeLineItem(store: Store, itemId: number): void {
  store.state.lineItems = store.state.lineItems.filter((item) => item.id !== itemId);
  store.state.grades = store.state.grades.filter((grade) => grade.itemId !== itemId);
  store.commit();
}
