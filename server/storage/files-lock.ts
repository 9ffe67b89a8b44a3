/** Advisory lock of the database: shared by whoever copies files that tables name, exclusive for whoever removes files. */
export const filesLock = 7_318_204;
