/** The short link of a view: a path of this site. */
export const viewHref = (code: string): string => `/v/${code}`;
