'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectionName } from '~/core/contracts/index.ts';
import { Button } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { useSay } from './use-say.ts';

type Props = { scene: DirectionScene; name: DirectionName };

/** What is set beside a name: pinned circuits, measured effects, links. */
export function EvidenceList({ scene, name }: Props) {
  const { detail, map } = scene;
  const trpc = useTRPC();
  const remove = useMutation(trpc.directionName.removeEvidence.mutationOptions(useSay()));
  const [open, setOpen] = useState(false);
  const ofName = { directionId: detail.direction.id, nameId: name.id };
  if (name.evidence.length === 0 && !detail.maySpeak) return null;
  return (
    <div className="mt-2">
      <ul aria-label={`Evidence for ${name.name}`} className="flex flex-wrap gap-x-4 gap-y-2">
        {name.evidence.map(({ id, content, by }) => (
          <li key={id} className="flex min-w-0 max-w-full items-center gap-1 text-13">
            <EvidenceView content={content} map={map} by={by.name} />
            {detail.maySpeak && (by.mine || detail.mayEdit) && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove this evidence: ${content.kind}`}
                onClick={() => remove.mutate({ ...ofName, evidenceId: id })}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
        {detail.maySpeak && (
          <li>
            <Button
              size="small"
              variant="quiet"
              className="-ml-2"
              aria-label={`Add evidence for ${name.name}`}
              onClick={() => setOpen(true)}
            >
              Add evidence
            </Button>
          </li>
        )}
      </ul>
      {open && <EvidenceDialog scene={scene} name={name} onClose={() => setOpen(false)} />}
    </div>
  );
}
