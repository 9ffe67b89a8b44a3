'use client';
import { useState } from 'react';
import type { CommentTarget } from '~/core/contracts/index.ts';
import { Segments } from '~/ui/kit/index.ts';
import { CommentForm } from './comment-form.tsx';
import { useCommentDeeds } from './use-comment-deeds.ts';

/** Something here that can be commented on. */
export type TargetChoice = { value: string; label: string; target: CommentTarget };

type Props = {
  labId: string;
  choices: readonly TargetChoice[];
  onBegun: (threadId: string) => void;
  onCancel: () => void;
};

/** The first comment of a thread, on one of the things that are here. */
export function NewThread({ labId, choices, onBegun, onCancel }: Props) {
  const [wanted, setWanted] = useState(choices[0]?.value);
  const { begin } = useCommentDeeds();
  const chosen = choices.find(({ value }) => value === wanted) ?? choices[0];
  if (!chosen) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2" data-testid="new-thread">
      {choices.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <span aria-hidden>on</span>
          <Segments
            label="Comment on"
            value={chosen.value}
            options={choices}
            onChange={setWanted}
            className="flex-wrap"
          />
        </div>
      )}
      <CommentForm
        labId={labId}
        label={`Comment on ${chosen.label.toLowerCase()}`}
        action="Begin thread"
        busy={begin.isPending}
        onWrite={(text) =>
          begin.mutateAsync({ target: chosen.target, text }).then(({ threadId }) => {
            onBegun(threadId);
          })
        }
        onCancel={onCancel}
      />
    </div>
  );
}
