/** A closed room keeps its name: it may be opened again. */
export const nameIsTaken = 'This model has a room of that name, open or closed.';
