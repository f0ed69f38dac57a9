/** A custom parameter: the ids of the person’s groups. */
export const groupsParameter = 'numplus_groups';
/** Moodle's name for them. */
export const moodleGroupIds = 'Moodle.Person.userGroupIds';
