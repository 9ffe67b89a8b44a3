import { z } from 'zod';

// Control characters and halves of surrogate pairs: no database stores them all, and nobody sees them.
const unprintable = /[\p{Cc}\p{Cs}]/u;
const unprintableBesideBreaks = /[^\P{Cc}\n\r\t]|\p{Cs}/u;
const unstorable = /\0|\p{Cs}/gu;
const visible = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u;

const without = (pattern: RegExp) => (text: string) => !pattern.test(text);
const said = 'This text has control characters; leave them out.';

/** A name that a person gives: trimmed, one line, something to see in it. `thing` as in "Give the lab a name." */
export const nameOf = (thing: string, most = 80) =>
  z
    .string()
    .trim()
    .refine(without(unprintable), { error: said, abort: true })
    .regex(visible, { error: `Give the ${thing} a name.`, abort: true })
    .max(most, `A name has at most ${most} characters.`);

/** One line of text, which may be empty and is kept as it is. */
export const line = (most: number) =>
  z.string().max(most).refine(without(unprintable), { error: said });

/** Text of several lines. */
export const paragraph = (most: number) =>
  z
    .string()
    .max(most, `At most ${most} characters.`)
    .refine(without(unprintableBesideBreaks), { error: said });

/** Text taken from a table: whatever a table may hold, which is all but zero bytes and broken characters. */
export const storable = () =>
  z.string().refine((text) => text.search(unstorable) < 0, {
    error: 'This text has characters that cannot be stored.',
  });

/** What a program says: whatever cannot be stored is replaced, so that a message about a failure is never lost. */
export const report = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite((text) => text.replace(unstorable, '\ufffd'));
