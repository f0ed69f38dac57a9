export interface Addresses {
  readonly publicUrl: string;
  readonly serviceUrl: string;
  readonly authorization: string;
  readonly token: string;
  readonly keySet: string;
  course(courseId: number): string;
  returnUrl(courseId: number, container: number, resourceLinkId: number, sesskey: string): string;
  deepLinkReturn(courseId: number, typeId: string, sesskey: string): string;
  basicOutcomes(): string;
  lineItems(courseId: number, typeId: string): string;
  lineItem(courseId: number, itemId: number, typeId: string): string;
  results(courseId: number, itemId: number, typeId: string): string;
  memberships(courseId: number, typeId: string): string;
  groups(courseId: number, typeId: string): string;
  noticeHandlers(typeId: string): string;
  toolSettings(rest: string): string;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** The paths of Moodle's mod/lti, so that tools meet the real shapes. */
export function createAddresses(publicAddress: string, serviceAddress: string): Addresses {
  const publicUrl = withoutSlash(publicAddress);
  const serviceUrl = withoutSlash(serviceAddress);
  const services = `${serviceUrl}/mod/lti/services.php`;
  return {
    publicUrl,
    serviceUrl,
    authorization: `${publicUrl}/mod/lti/auth.php`,
    token: `${serviceUrl}/mod/lti/token.php`,
    keySet: `${serviceUrl}/mod/lti/certs.php`,
    course: (courseId) => `${publicUrl}/course/${courseId}`,
    returnUrl: (courseId, container, resourceLinkId, sesskey) =>
      `${publicUrl}/mod/lti/return.php?course=${courseId}&launch_container=${container}&instanceid=${resourceLinkId}&sesskey=${sesskey}`,
    deepLinkReturn: (courseId, typeId, sesskey) =>
      `${publicUrl}/mod/lti/contentitem_return.php?course=${courseId}&id=${typeId}&sesskey=${sesskey}`,
    basicOutcomes: () => `${serviceUrl}/mod/lti/service.php`,
    lineItems: (courseId, typeId) => `${services}/${courseId}/lineitems?type_id=${typeId}`,
    lineItem: (courseId, itemId, typeId) =>
      `${services}/${courseId}/lineitems/${itemId}/lineitem?type_id=${typeId}`,
    results: (courseId, itemId, typeId) =>
      `${services}/${courseId}/lineitems/${itemId}/lineitem/results?type_id=${typeId}`,
    memberships: (courseId, typeId) => `${services}/CourseSection/${courseId}/bindings/${typeId}/memberships`,
    groups: (courseId, typeId) => `${services}/CourseSection/${courseId}/bindings/${typeId}/groups`,
    noticeHandlers: (typeId) => `${services}/notice-handlers/${typeId}`,
    toolSettings: (rest) => `${services}/${rest}/custom`,
  };
}
