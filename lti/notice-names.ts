/** Of the Platform Notification Service 1.0. */
export const noticeScope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';
export const contextCopyNotice = 'LtiContextCopyNotice';
