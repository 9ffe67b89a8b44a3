'use client';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { KeptWorkOffer, type KeptWork } from '~/ui/site/index.ts';

type Props = { work: KeptWork | null; reason: string | null; onClose: () => void };

/** The room goes on without changes that the server did not take; their file can still be had. */
export function HeldBenchDialog({ work, reason, onClose }: Props) {
  return (
    <Dialog
      open={work !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Your last changes were not taken"
    >
      <div className="flex flex-col gap-4 text-13">
        <p className="text-ink-2">{reason ?? 'The server did not take them.'}</p>
        {work && <KeptWorkOffer work={work} />}
        <Button className="self-start" onClick={onClose}>
          Go on without them
        </Button>
      </div>
    </Dialog>
  );
}
