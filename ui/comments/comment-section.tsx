'use client';
import { useEffect, useRef, useState } from 'react';
import type { CommentScope } from '~/core/contracts/index.ts';
import { Section } from '~/ui/kit/index.ts';
import { CommentsPanel } from './comments-panel.tsx';
import type { TargetChoice } from './new-thread.tsx';
import { useLinkedThread } from './use-linked-thread.ts';

type Props = { scope: CommentScope; choice: TargetChoice };

/** What people say of the thing of a page, in threads; a link to one of them leads down to it. */
export function CommentSection({ scope, choice }: Props) {
  const linked = useLinkedThread();
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (linked !== null) box.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [linked]);
  return (
    <Section title="Comments">
      <div ref={box}>
        <CommentsPanel
          scope={scope}
          opened={chosen === undefined ? linked : chosen}
          onOpen={setChosen}
          choices={[choice]}
        />
      </div>
    </Section>
  );
}
