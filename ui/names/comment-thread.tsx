'use client';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { DirectionDetail, DirectionName } from '~/core/contracts/index.ts';
import { Button, dateTime, plural, TextArea } from '~/ui/kit/index.ts';
import { MarkdownText } from '~/ui/markdown/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useSay } from './use-say.ts';

type Props = { detail: DirectionDetail; name: DirectionName };

/** What people say of a name, oldest first. */
export function CommentThread({ detail, name }: Props) {
  const { comments } = name;
  const trpc = useTRPC();
  const say = useSay();
  const remove = useMutation(trpc.directionName.removeComment.mutationOptions(say));
  const ofName = { directionId: detail.direction.id, nameId: name.id };
  if (comments.length === 0 && !detail.maySpeak) return null;
  return (
    <details className="mt-2 text-13">
      <summary className="w-fit cursor-pointer text-ink-2">
        {comments.length > 0 ? plural(comments.length, 'comment') : 'Comment'}
      </summary>
      <ol aria-label={`Comments on ${name.name}`} className="mt-1 flex max-w-prose flex-col gap-2">
        {comments.map(({ id, text, by, createdAt }) => (
          <li key={id} className="border-l border-line pl-2">
            <p className="flex flex-wrap items-center gap-x-2 text-12 text-ink-3">
              {`${by.name}, ${dateTime(createdAt)} UTC`}
              {detail.maySpeak && (by.mine || detail.mayEdit) && (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => remove.mutate({ ...ofName, commentId: id })}
                >
                  Remove comment
                </Button>
              )}
            </p>
            <MarkdownText text={text} />
          </li>
        ))}
      </ol>
      {detail.maySpeak && <CommentForm name={name.name} ofName={ofName} />}
    </details>
  );
}

type FormProps = { name: string; ofName: { directionId: string; nameId: string } };

function CommentForm({ name, ofName }: FormProps) {
  const trpc = useTRPC();
  const say = useSay();
  const [text, setText] = useState('');
  const write = useMutation(
    trpc.directionName.comment.mutationOptions({
      ...say,
      onSuccess: () => {
        setText('');
        return say.onSuccess();
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    write.mutate({ ...ofName, text });
  };
  return (
    <form method="post" onSubmit={submit} className="mt-2 flex max-w-prose flex-col gap-1.5">
      <TextArea
        label={`Comment on ${name}`}
        value={text}
        onChange={({ target }) => setText(target.value)}
        maxLength={2000}
        required
      />
      <Button type="submit" size="small" className="self-start" busy={write.isPending}>
        Write
      </Button>
    </form>
  );
}
