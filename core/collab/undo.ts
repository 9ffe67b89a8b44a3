import * as Y from 'yjs';
import { benchArray, sharedMap } from './bench.ts';

/**
 * Undo of my own changes only: others' are never taken back by me.
 * @param origin what I pass as origin of my transactions; nothing else is tracked
 */
export const createUndo = (doc: Y.Doc, origin: unknown): Y.UndoManager =>
  new Y.UndoManager([sharedMap(doc), benchArray(doc)], {
    doc,
    trackedOrigins: new Set([origin]),
    captureTimeout: 0, // every settled change is its own step
  });
