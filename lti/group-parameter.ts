/** A custom parameter of a tool or a link: the ids of the groups that the person who launches belongs to. */
export const groupsParameter = 'numplus_groups';
/** Moodle's name for them. */
export const moodleGroupIds = 'Moodle.Person.userGroupIds';
