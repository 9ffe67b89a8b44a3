/** The folder of the repository. */
export const root: string;

/** The Python of the worker's environment. */
export const python: string;
