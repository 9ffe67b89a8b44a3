'use client';
import { TextArea, TextField } from '~/ui/kit/index.ts';

export type Words = { title: string; note: string };

type Props = { words: Words; error: string | undefined; onWords: (words: Words) => void };

/** Title and note of a view. */
export function WordsFields({ words, error, onWords }: Props) {
  return (
    <>
      <TextField
        label="Title"
        value={words.title}
        onChange={({ target }) => onWords({ ...words, title: target.value })}
        maxLength={120}
        error={error}
        required
      />
      <TextArea
        label="Note"
        hint="What is to be seen here; may be left empty"
        value={words.note}
        onChange={({ target }) => onWords({ ...words, note: target.value })}
        maxLength={2000}
        rows={3}
      />
    </>
  );
}
