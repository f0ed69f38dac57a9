import { describe, expect, it } from 'vitest';
import { readGroupReach, readRoles } from '../../../../lti/launch/roles.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

describe('roles', () => {
  it.each([
    ['learner', [`${membership}#Learner`]],
    ['learner', ['Learner']],
    ['learner', ['LEARNER']],
    ['learner', ['urn:lti:role:ims/lis/Learner']],
    ['learner', [`${membership}/Learner#GuestLearner`]],
    ['learner', [`${membership}/Learner#Instructor`]],
    ['learner', ['urn:lti:role:ims/lis/Learner/Instructor']],
    ['learner', [`${institution}#Student`]],
    ['staff', [`${membership}#Instructor`]],
    ['staff', ['Instructor']],
    ['staff', ['TeachingAssistant']],
    ['staff', [`${membership}/Instructor#TeachingAssistant`]],
    ['staff', [`${membership}#Instructor#TeachingAssistant`]],
    ['staff', [`${membership}#Administrator`]],
    ['staff', ['urn:lti:role:ims/lis/Instructor']],
    ['staff', ['urn:lti:role:ims/lis/Instructor/PrimaryInstructor']],
    ['staff', ['urn:lti:role:ims/lis/TeachingAssistant/Grader']],
    ['staff', ['urn:lti:instrole:ims/lis/Administrator']],
    ['staff', [`${institution}#Administrator`]],
    ['staff', [`${system}#Administrator`, `${membership}#Instructor`]],
    ['none', []],
    ['none', ['', '  ', '#', '##']],
    ['none', ['http://example.com/role#Instructor']],
    ['none', ['http://evil.example/vocab/lis/v2/membership#Instructor']],
    ['none', [`${membership}#Mentor`]],
    ['none', [`${membership}/Mentor#Instructor`]],
    ['none', ['urn:', 'urn:lti:role:', 'urn:lti:role:ims/lis/']],
    ['none', [`${institution}#Guest`, `${system}#None`]],
  ] as const)('are %s for %j', (role, roles) => {
    expect(readRoles(roles).role).toBe(role);
  });

  it('in the course take precedence over those in the institution', () => {
    expect(readRoles([`${institution}#Administrator`, `${membership}#Learner`]).role).toBe('learner');
    expect(readRoles([`${institution}#Student`, `${membership}#Instructor`]).role).toBe('staff');
  });

  it('identify the LMS’s student preview', () => {
    const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
    expect(readRoles(['Learner', testUser])).toEqual({ role: 'learner', testUser: true });
    expect(readRoles(['Learner']).testUser).toBe(false);
  });
});

describe('the groups that staff may see', () => {
  it.each([
    ['ask', [`${membership}#Instructor`]],
    ['ask', ['Instructor']],
    ['ask', [`${membership}#ContentDeveloper`]],
    ['all', [`${membership}#Instructor`, `${system}#Administrator`, `${institution}#Administrator`]],
    ['all', [`${membership}#Administrator`]],
    ['all', [`${membership}#Manager`, `${membership}/Instructor#TeachingAssistant`]],
    ['own', [`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`]],
    ['own', [`${membership}#TeachingAssistant`]],
    ['own', ['TeachingAssistant']],
    ['own', [`${membership}#Instructor#TeachingAssistant`]],
    ['own', [`${membership}/Instructor#Grader`, `${membership}#Instructor`]],
    // Words of another vocabulary.
    ['ask', ['http://evil.example/vocab/lis/v2/system/person#Administrator', 'Instructor']],
  ] as const)('are %s by the roles %j', (reach, roles) => {
    expect(readGroupReach(roles)).toBe(reach);
  });
});
