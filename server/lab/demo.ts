/** The lab every server starts with, open to guests. */
export const demoSlug = 'demo';
