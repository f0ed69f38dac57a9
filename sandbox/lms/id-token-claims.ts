import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { listCustom } from './custom-parameters.ts';
import { getActivity, listItemsOfLink } from './gradebook.ts';
import type { Launch } from './launches.ts';
import { CLAIM, SCOPE } from './lti-names.ts';
import { noticeClaims } from './notices.ts';
import { findCourse, findPerson, fullName } from './people-and-courses.ts';
import type { Course, Person } from './people-and-courses.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { toSubject } from './profiles.ts';
import { toSettingsClaim } from './selection-settings.ts';
import type { Activity } from './stored-state.ts';

const ID_TOKEN_LIFE_S = 60;
const MESSAGE_TYPES = {
  'resource-link': 'LtiResourceLinkRequest',
  'deep-linking': 'LtiDeepLinkingRequest',
  'submission-review': 'LtiSubmissionReviewRequest',
} as const;

interface Scene {
  readonly platform: Platform;
  readonly launch: Launch;
  readonly person: Person;
  readonly course: Course;
}

export function targetOf(platform: Platform, launch: Launch): string {
  const tool = getTool(platform);
  if (launch.kind === 'deep-linking') return tool.deepLinkingUri ?? tool.targetLinkUri;
  const review = launch.review;
  const item = review && platform.store.state.lineItems.find(({ id }) => id === review.itemId);
  const activity = launch.cmid === undefined ? undefined : getActivity(platform.store, launch.cmid);
  return item?.submissionReview?.url ?? activity?.url ?? tool.targetLinkUri;
}

function personClaims(person: Person, shareNames: boolean): JWTPayload {
  if (!shareNames) return { [CLAIM.ext]: { lms: 'moodle-2' } };
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    name: fullName(person),
    [CLAIM.ext]: { user_username: person.username, lms: 'moodle-2' },
    email: person.email,
  };
}

function commonClaims({ platform, launch, person, course }: Scene, nonce: string): JWTPayload {
  const tool = getTool(platform);
  const issuedAtS = Math.floor(platform.clock().getTime() / 1000);
  const { publicUrl } = platform.addresses;
  return {
    nonce,
    iat: issuedAtS,
    exp: issuedAtS + ID_TOKEN_LIFE_S,
    iss: publicUrl,
    aud: tool.clientId,
    [CLAIM.deploymentId]: tool.deploymentId,
    [CLAIM.targetLinkUri]: targetOf(platform, launch),
    sub: toSubject(platform.profile, publicUrl, person.id),
    [CLAIM.lis]: { person_sourcedid: person.sourcedId, course_section_sourcedid: course.sourcedId },
    [CLAIM.roles]: platform.profile.roles[person.role],
    [CLAIM.context]: {
      id: String(course.id),
      label: course.shortName,
      title: course.fullName,
      type: ['CourseSection'],
    },
    [CLAIM.messageType]: MESSAGE_TYPES[launch.kind],
    ...personClaims(person, tool.shareNames ?? true),
    [CLAIM.toolPlatform]: {
      product_family_code: platform.profile.productFamilyCode,
      version: '2024100700',
      guid: createHash('md5').update(publicUrl).digest('hex'),
      name: 'bouleaux',
      description: 'Centre des Bouleaux',
    },
    [CLAIM.version]: '1.3.0',
    [CLAIM.custom]: listCustom(platform, launch, course.id),
    ...noticeClaims(platform),
  };
}

/** LTI 1.1 outcome claim, which Moodle still sends. */
export function basicOutcomeClaim(
  platform: Platform,
  activity: Activity,
  userId: number,
): Readonly<Record<string, string>> {
  const data = {
    instanceid: String(activity.resourceLinkId),
    userid: String(userId),
    typeid: getTool(platform).deploymentId,
    launchid: Number(platform.randomDigits().slice(0, 9)),
  };
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return {
    lis_result_sourcedid: JSON.stringify({ data, hash }),
    lis_outcome_service_url: platform.addresses.basicOutcomes(),
  };
}

function serviceClaims({ platform, course }: Scene, activity: Activity | undefined): JWTPayload {
  const { addresses, store } = platform;
  const { deploymentId } = getTool(platform);
  const items = activity === undefined ? [] : listItemsOfLink(store, activity.resourceLinkId);
  const [only] = items;
  return {
    [CLAIM.agsEndpoint]: {
      scope: [SCOPE.lineItem, SCOPE.lineItemReadOnly, SCOPE.resultReadOnly, SCOPE.score],
      lineitems: addresses.lineItems(course.id, deploymentId),
      // The specification omits it if two items share the link.
      ...(only !== undefined && items.length === 1
        ? { lineitem: addresses.lineItem(course.id, only.id, deploymentId) }
        : {}),
    },
    [CLAIM.namesRoles]: {
      context_memberships_url: addresses.memberships(course.id, deploymentId),
      service_versions: ['1.0', '2.0'],
    },
    ...(platform.faults.groups.told === 'service'
      ? {
          [CLAIM.groups]: {
            scope: [SCOPE.groups],
            context_groups_url: addresses.groups(course.id, deploymentId),
            service_versions: ['1.0'],
          },
        }
      : {}),
  };
}

function activityClaims(scene: Scene, activity: Activity): JWTPayload {
  const { platform, launch, person, course } = scene;
  const container = launch.container === 'iframe' ? 3 : 4;
  return {
    [CLAIM.resourceLink]: {
      title: activity.title,
      description: activity.description,
      id: String(activity.resourceLinkId),
    },
    ...(activity.graded ? { [CLAIM.basicOutcome]: basicOutcomeClaim(platform, activity, person.id) } : {}),
    [CLAIM.launchPresentation]: {
      locale: launch.locale,
      document_target: launch.container,
      return_url: platform.addresses.returnUrl(
        course.id,
        container,
        activity.resourceLinkId,
        platform.randomDigits(),
      ),
    },
    ...(launch.review
      ? {
          [CLAIM.forUser]: {
            user_id: toSubject(platform.profile, platform.addresses.publicUrl, launch.review.userId),
          },
        }
      : {}),
  };
}

function deepLinkingClaims({ platform, launch, person, course }: Scene): JWTPayload {
  const tool = getTool(platform);
  const { current: settings } = platform.selections;
  const again = launch.again === undefined ? undefined : getActivity(platform.store, launch.again);
  const place = { userId: person.id, courseId: course.id, cmid: again?.cmid };
  const sesskey = platform.tickets.issue({ ...place, settings });
  return {
    [CLAIM.launchPresentation]: { locale: launch.locale },
    [CLAIM.deepLinkingSettings]: {
      ...toSettingsClaim(settings),
      deep_link_return_url:
        settings.returnUrl ?? platform.addresses.deepLinkReturn(course.id, tool.deploymentId, sesskey),
      title: again?.title ?? 'NUM+',
      text: again?.description ?? '',
    },
  };
}

export function createIdTokenClaims(platform: Platform, launch: Launch, nonce: string): JWTPayload {
  const person = findPerson(launch.userId);
  const course = findCourse(launch.courseId, platform.store.state.courseCopies);
  if (person === undefined || course === undefined) throw new Error('The launch leads nowhere.');
  const scene = { platform, launch, person, course };
  const activity = launch.cmid === undefined ? undefined : getActivity(platform.store, launch.cmid);
  return {
    ...commonClaims(scene, nonce),
    ...(activity === undefined ? deepLinkingClaims(scene) : activityClaims(scene, activity)),
    ...serviceClaims(scene, activity),
  };
}
