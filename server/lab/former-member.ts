/** Who made something and has no account here any more. */
export const formerMember = 'former member';
