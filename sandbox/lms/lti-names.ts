const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
const VOCABULARY = 'http://purl.imsglobal.org/vocab/lis/v2';

export const CLAIM = {
  deploymentId: `${LTI}/deployment_id`,
  targetLinkUri: `${LTI}/target_link_uri`,
  lis: `${LTI}/lis`,
  roles: `${LTI}/roles`,
  context: `${LTI}/context`,
  messageType: `${LTI}/message_type`,
  resourceLink: `${LTI}/resource_link`,
  ext: `${LTI}/ext`,
  launchPresentation: `${LTI}/launch_presentation`,
  toolPlatform: `${LTI}/tool_platform`,
  version: `${LTI}/version`,
  custom: `${LTI}/custom`,
  forUser: `${LTI}/for_user`,
  basicOutcome: 'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome',
  agsEndpoint: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  namesRoles: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice',
  notificationService: `${LTI}/platformnotificationservice`,
  notice: `${LTI}/notice`,
  originContexts: `${LTI}/origin_contexts`,
  deepLinkingSettings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  deepLinkingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
} as const;

export const SCOPE = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  resultReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly',
  noticeHandlers: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
} as const;

export const CONTEXT_COPY_NOTICE = 'LtiContextCopyNotice';

export const ROLE = {
  instructor: `${VOCABULARY}/membership#Instructor`,
  learner: `${VOCABULARY}/membership#Learner`,
  institutionAdministrator: `${VOCABULARY}/institution/person#Administrator`,
  systemAdministrator: `${VOCABULARY}/system/person#Administrator`,
} as const;
