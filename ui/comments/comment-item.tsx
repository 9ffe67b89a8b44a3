'use client';
import { useState, type ComponentProps } from 'react';
import type { Comment } from '~/core/contracts/index.ts';
import { ConfirmDialog, dateTime } from '~/ui/kit/index.ts';
import { MarkdownText } from '~/ui/markdown/index.ts';
import { CommentForm } from './comment-form.tsx';
import { EditHistory } from './edit-history.tsx';
import { useCommentDeeds } from './use-comment-deeds.ts';

type Props = { labId: string; comment: Comment; maySpeak: boolean; mayModerate: boolean };

/** One comment: who, when, what, and for those who may: edit, withdraw. */
export function CommentItem({ labId, comment, maySpeak, mayModerate }: Props) {
  const { by, text, mentions, withdrawn, createdAt, editedAt } = comment;
  const [mode, setMode] = useState<'read' | 'edit' | 'history' | 'withdraw'>('read');
  const { edit, withdraw } = useCommentDeeds();
  const commentId = comment.id;
  const read = () => setMode('read');
  return (
    <article aria-label={`Comment of ${by.name}`} className="border-l border-line pl-2">
      <div className="flex min-h-6 flex-wrap items-center gap-x-1 text-12 text-ink-3">
        <span>
          <span className="font-medium text-ink-2">{by.name}</span>
          {`, ${dateTime(createdAt)} UTC`}
        </span>
        {editedAt && (
          <Small
            aria-expanded={mode === 'history'}
            onClick={() => setMode(mode === 'history' ? 'read' : 'history')}
          >
            {`Edited ${dateTime(editedAt)}`}
          </Small>
        )}
        {!withdrawn && maySpeak && by.mine && mode !== 'edit' && (
          <Small onClick={() => setMode('edit')}>Edit</Small>
        )}
        {!withdrawn && maySpeak && (by.mine || mayModerate) && (
          <Small onClick={() => setMode('withdraw')}>Withdraw</Small>
        )}
      </div>
      {withdrawn && <p className="text-ink-3">{`Withdrawn ${withdrawn}.`}</p>}
      {!withdrawn && mode !== 'edit' && <MarkdownText text={text} mentions={mentions} />}
      {!withdrawn && mode === 'edit' && (
        <CommentForm
          labId={labId}
          label="Edit comment"
          action="Keep"
          first={{ text, mentions }}
          busy={edit.isPending}
          onWrite={(next) => edit.mutateAsync({ commentId, text: next }).then(read)}
          onCancel={read}
        />
      )}
      {!withdrawn && editedAt && mode === 'history' && <EditHistory commentId={commentId} />}
      {mode === 'withdraw' && !withdrawn && (
        <ConfirmDialog
          title="Withdraw this comment?"
          action="Withdraw"
          danger
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate({ commentId }, { onSettled: read })}
          onClose={read}
        >
          Its text goes for everybody, with what it said before. Its place in the thread stays.
        </ConfirmDialog>
      )}
    </article>
  );
}

/** A word that does something, no larger than the line it stands in. */
function Small(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return (
    <button
      {...props}
      type="button"
      className="rounded px-1 text-12 text-ink-2 underline decoration-line-strong hover:bg-surface-3 hover:text-ink"
    />
  );
}
