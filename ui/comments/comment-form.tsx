'use client';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { storedText, typedText } from '~/core/comments/index.ts';
import { longestComment, type Mentioned } from '~/core/contracts/index.ts';
import { Button, TextArea } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { MemberOptions } from './member-options.tsx';
import { useMentioning } from './use-mentioning.ts';

type Props = {
  labId: string;
  label: string;
  /** On the button. */
  action: string;
  /** What is edited, as stored, with whom it mentions. */
  first?: { text: string; mentions: readonly Mentioned[] };
  busy: boolean;
  /** Resolves once it is written; the field is then empty again. */
  onWrite: (text: string) => Promise<unknown>;
  onCancel?: () => void;
};

const none: readonly Mentioned[] = [];

/** Where a comment is written: Markdown, with the lab's members offered after an `@`. Ctrl and Enter writes it. */
export function CommentForm(props: Props) {
  const { labId, label, action, first, busy, onWrite, onCancel } = props;
  const members = useQuery(useTRPC().lab.members.queryOptions({ labId }));
  const earlier = first?.mentions ?? none;
  const people = useMemo(() => everybody(members.data ?? [], earlier), [members.data, earlier]);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? typedText(first?.text ?? '', people);
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const mentioning = useMentioning({ area, people, text, onText: setTyped });
  const { options, active, press, follow } = mentioning;

  const write = () => {
    onWrite(storedText(text, people)).then(
      () => setTyped(null),
      () => undefined, // said where it was refused; what was typed stays
    );
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    write();
  };
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (press(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy && text.trim()) write();
  };
  return (
    <form method="post" onSubmit={submit} className="flex min-w-0 max-w-prose flex-col gap-1">
      <TextArea
        label={label}
        ref={area}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value);
          follow();
        }}
        onKeyDown={keyDown}
        onSelect={follow}
        maxLength={longestComment}
        required
        aria-autocomplete="list"
        aria-controls={active === null ? undefined : list}
        aria-activedescendant={active === null ? undefined : `${list}-${active}`}
      />
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <Button type="submit" size="small" busy={busy}>
          {action}
        </Button>
        {onCancel && (
          <Button size="small" variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <MemberOptions id={list} options={options} active={active} onPick={mentioning.pick} />
      </div>
    </form>
  );
}

/** Members of the lab, and whom the text mentions already. */
function everybody(
  members: readonly { userId: string; name: string }[],
  earlier: readonly Mentioned[],
): Mentioned[] {
  const here = members.map(({ userId, name }) => ({ id: userId, name }));
  const known = new Set(here.map(({ id }) => id));
  return [...here, ...earlier.filter(({ id }) => !known.has(id))];
}
