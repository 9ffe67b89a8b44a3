import type * as Y from 'yjs';
import type { Person } from '../contracts/room.ts';
import { readBench, replacePin } from './bench.ts';

/** Who pinned what, by the id of the pin. */
export type Authors = Map<string, Person>;

/** What a stored document says; it was held true while it was written. */
export function authorsOf(doc: Y.Doc): Authors {
  return new Map(readBench(doc).map(({ id, by }) => [id, by]));
}

/** Gives those who are gone another name on all that they pinned. */
export function renameAuthors(
  doc: Y.Doc,
  authors: Authors,
  gone: ReadonlySet<string>,
  name: string,
): void {
  for (const { id, by } of readBench(doc)) {
    if (!gone.has(by.id) || by.name === name) continue;
    const author = { ...by, name };
    authors.set(id, author);
    replacePin(doc, id, 'server', (value, index) => ({ value: { ...value, by: author }, index }));
  }
}

/** Puts right the author of each pin after a change of `writer`: a new one is theirs, an old one stays whose it was. */
export function signPins(doc: Y.Doc, authors: Authors, writer: Person): void {
  for (const { id, by } of readBench(doc)) {
    const author = authors.get(id) ?? writer;
    authors.set(id, author);
    if (by.id !== author.id || by.name !== author.name)
      replacePin(doc, id, 'server', (value, index) => ({ value: { ...value, by: author }, index }));
  }
}
