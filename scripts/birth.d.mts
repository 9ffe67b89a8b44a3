/**
 * When a process was born, in whatever words the system has for it; null when it is gone. Tells a
 * process from a later one that was given the same number.
 */
export function birthOf(pid: number): string | null;
