/** Runs `work` while nobody else works on the tree; `folder` holds the lock and the note. */
export function alone<T>(work: () => Promise<T>, folder?: string): Promise<T>;

/** Notes who works on the tree, a leader of its own group, for the case that we are killed; undone by the result. */
export function noteMaker(pid: number, folder?: string): () => void;

/** Ends a process and everything it started; it must lead its group. */
export function killGroup(pid: number): void;
