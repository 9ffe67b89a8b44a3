'use client';
import { useState } from 'react';
import type { CommentScope } from '~/core/contracts/index.ts';
import { Section } from '~/ui/kit/index.ts';
import { CommentsPanel } from './comments-panel.tsx';
import type { TargetChoice } from './new-thread.tsx';
import { useLinkedThread } from './use-linked-thread.ts';

type Props = { scope: CommentScope; choice: TargetChoice };

/** What people say of the thing of a page, in threads. */
export function CommentSection({ scope, choice }: Props) {
  const linked = useLinkedThread();
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  return (
    <Section title="Comments">
      <CommentsPanel
        scope={scope}
        opened={chosen === undefined ? linked : chosen}
        onOpen={setChosen}
        choices={[choice]}
      />
    </Section>
  );
}
