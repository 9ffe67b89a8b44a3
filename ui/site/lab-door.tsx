'use client';
import { useState, type ReactNode } from 'react';
import type { LabPerson } from '~/core/contracts/index.ts';
import { Button, ButtonLink, Dialog } from '~/ui/kit/index.ts';
import { usePathname } from 'next/navigation';
import { InboxHeard } from './inbox-heard.ts';
import { KeptWorkContext, KeptWorkOffer, type KeptWork } from './kept-work.tsx';
import { LabWatch } from './lab-watch.tsx';
import { lostWords, type Lost } from './lost-words.ts';
import { signInHref } from './next-path.ts';
import { PresentPeopleContext } from './present-people.ts';
import { useLab } from './use-lab.ts';
import { useLost } from './use-lost.ts';

type Props = { slug: string; children: ReactNode };

/** Stands around every page of a lab: hears what changes and who is there, and says so when the lab closes to whoever looks. */
export function LabDoor({ slug, children }: Props) {
  const lab = useLab(slug);
  const { lost, accept } = useLost(lab);
  const [work, setWork] = useState<KeptWork | null>(null);
  const [people, setPeople] = useState<readonly LabPerson[]>([]);
  return (
    <KeptWorkContext value={setWork}>
      <PresentPeopleContext value={people}>
        {lab.data && <LabWatch labId={lab.data.id} onPeople={setPeople} />}
        <InboxHeard value={true}>{children}</InboxHeard>
      </PresentPeopleContext>
      <Dialog
        open={lost !== null}
        onOpenChange={(open) => !open && accept()}
        title={lost ? lostWords[lost](lab.data?.name ?? slug).title : ''}
      >
        {lost && <Closed lost={lost} name={lab.data?.name ?? slug} work={work} onStay={accept} />}
      </Dialog>
    </KeptWorkContext>
  );
}

type ClosedProps = { lost: Lost; name: string; work: KeptWork | null; onStay: () => void };

function Closed({ lost, name, work, onStay }: ClosedProps) {
  const here = usePathname();
  return (
    <div className="flex flex-col gap-4 text-13">
      <p className="text-ink-2">{lostWords[lost](name).text}</p>
      {work && <KeptWorkOffer work={work} />}
      <div className="flex flex-wrap gap-2">
        {lost === 'signed out' ? (
          <ButtonLink variant="primary" href={signInHref(here)}>
            Sign in
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" href="/labs">
            Your labs
          </ButtonLink>
        )}
        {lost === 'guest now' && <Button onClick={onStay}>Stay as a guest</Button>}
      </div>
    </div>
  );
}
