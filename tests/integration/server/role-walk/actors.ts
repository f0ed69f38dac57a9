/** Everyone who may ask the API, by what sets them apart from the owner of an attempt. */
import type { RoleWorld } from '../../../support/role-world.ts';

const staff = { role: 'staff', lineItemUrl: null } as const;
/** Staff who see only people of their groups: the owner and the fellow learner are in `cohort-a`. */
const staffOf = (...own: string[]) =>
  ({ ...staff, groupAccess: { own, namesUrl: null, reach: 'own' } }) as const;

/** The owner of the attempt first; the others by what sets them apart. */
export const actors = {
  owner: (world) => world.enter('ours', 'owner'),
  'the owner in another activity of the course': (world) =>
    world.enter('ours', 'owner', { resourceLinkId: 'link-2' }),
  'the owner trying out': (world) => world.enter('ours', 'owner', { practice: true, lineItemUrl: null }),
  'a fellow learner': (world) => world.enter('ours', 'fellow'),
  'a learner of another course': (world) =>
    world.enter('ours', 'stranger', { resourceLinkId: 'link-3', contextId: 'course-3' }),
  'staff of the activity': (world) => world.enter('ours', 'teacher', staff),
  'staff of the owner’s group': (world) => world.enter('ours', 'teacher-a', staffOf('cohort-a', 'cohort-c')),
  'staff of another group': (world) => world.enter('ours', 'teacher-b', staffOf('cohort-b')),
  'staff in no group': (world) => world.enter('ours', 'teacher-c', staffOf()),
  'staff of another group who review the owner': async (world) =>
    world.enter('ours', 'teacher-b', {
      ...staffOf('cohort-b'),
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff of the owner’s group who review the owner': async (world) =>
    world.enter('ours', 'teacher-a', {
      ...staffOf('cohort-a'),
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff of another activity': (world) =>
    world.enter('ours', 'teacher', { ...staff, resourceLinkId: 'link-2' }),
  'staff of another course': (world) =>
    world.enter('ours', 'teacher-3', { ...staff, resourceLinkId: 'link-3', contextId: 'course-3' }),
  'staff who choose an activity': (world) =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'deep-linking',
      resourceLinkId: null,
      selection: {
        returnUrl: 'https://lms.example/back',
        acceptTypes: ['ltiResourceLink'],
        acceptMultiple: true,
        acceptLineItem: true,
        data: null,
        title: '',
        grade: null,
      },
    }),
  'staff who review the owner': async (world) =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff who review a fellow learner': async (world) =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'fellow'),
    }),
  'a fellow learner who reviews their own work': async (world) =>
    world.enter('ours', 'fellow', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'fellow'),
    }),
  'the owner who reviews their own work': async (world) =>
    world.enter('ours', 'owner', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'a fellow learner whose review names the owner': async (world) =>
    world.enter('ours', 'fellow', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff who review somebody who never came': (world) =>
    world.enter('ours', 'teacher', { ...staff, message: 'submission-review', reviewedPersonId: null }),
  'staff of another activity who review the owner': async (world) =>
    world.enter('ours', 'teacher', {
      ...staff,
      resourceLinkId: 'link-2',
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'a learner of another organisation': (world) => world.enter('theirs', 'owner'),
  'staff of another organisation': (world) => world.enter('theirs', 'teacher', staff),
  'staff of another organisation who review': async (world) =>
    world.enter('theirs', 'teacher', {
      ...staff,
      message: 'submission-review',
      // A forged row could not name a person of ours; if it did, it would still find nothing.
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  nobody: () => Promise.resolve(''),
} as const satisfies Record<string, (world: RoleWorld) => Promise<string>>;
export type Actor = keyof typeof actors;
export const everyone = Object.keys(actors) as Actor[];

export const play: readonly Actor[] = [
  'owner',
  'the owner in another activity of the course',
  'the owner trying out',
  'a fellow learner',
  'a learner of another course',
  'a learner of another organisation',
];

export const reviewers: readonly Actor[] = [
  'staff who review the owner',
  'staff of the owner’s group who review the owner',
  'staff of another group who review the owner',
  'staff who review a fellow learner',
  'staff who review somebody who never came',
  'staff of another activity who review the owner',
  'staff of another organisation who review',
  'a fellow learner who reviews their own work',
  'a fellow learner whose review names the owner',
  'the owner who reviews their own work',
];
/** Two actors who differ only in that groups limit the second, who shares one with the owner. */
export const staffSeeingOwner: readonly Actor[] = ['staff of the activity', 'staff of the owner’s group'];
export const reviewersOfOwner: readonly Actor[] = [
  'staff who review the owner',
  'staff of the owner’s group who review the owner',
];
export const seesOwnersAttempt: readonly Actor[] = [...staffSeeingOwner, ...reviewersOfOwner];
export const seesOwnersWork: readonly Actor[] = [
  ...seesOwnersAttempt,
  'the owner who reviews their own work',
];

/** Whoever plays, and learners who opened their own grade. */
export const readers: readonly Actor[] = [
  ...play,
  'a fellow learner who reviews their own work',
  'a fellow learner whose review names the owner',
  'the owner who reviews their own work',
];
export const readsOwner: readonly Actor[] = ['owner', 'the owner who reviews their own work'];

/** Nothing that concerns everybody is theirs to change. */
export const limited: readonly Actor[] = [
  'staff of the owner’s group',
  'staff of another group',
  'staff in no group',
];
export const teachers: readonly Actor[] = [
  'staff of the activity',
  ...limited,
  'staff of another activity',
  'staff of another course',
  'staff of another organisation',
];

/** The owner opened two activities of the course: the staff of each may act for them there. */
export const actsForOwner: readonly Actor[] = [
  ...seesOwnersAttempt,
  ...(['staff of another activity', 'staff of another activity who review the owner'] as const),
];
