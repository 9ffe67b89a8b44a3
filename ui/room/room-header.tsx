'use client';
import Link from 'next/link';
import { memo, useState, type ReactNode } from 'react';
import type { Person, RoomSummary } from '~/core/contracts/index.ts';
import { Breadcrumb, Button, ThemeToggle } from '~/ui/kit/index.ts';
import { InboxLink, useLab } from '~/ui/site/index.ts';
import {
  CallButton,
  ConnectionState,
  PeopleBar,
  useFollowing,
  useLeft,
  usePeople,
  type RoomConnection,
  type useRoom,
} from '~/ui/together/index.ts';
import { Elsewhere } from './elsewhere.tsx';

type Props = {
  slug: string;
  model: { id: string; version: number; name: string };
  summary: Pick<RoomSummary, 'id' | 'labId' | 'name'>;
  visit: ReturnType<typeof useRoom>;
  /** What else can be done here. */
  actions: ReactNode;
};

/** Where this is, who is here, and whether what I see is shared. */
export const RoomHeader = memo(function RoomHeader(props: Props) {
  const { slug, model, summary, visit, actions } = props;
  const { room, me, state, canWrite, retry } = visit;
  const lab = useLab(slug);
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
      <Link href="/" className="rounded text-14 font-semibold tracking-tight">
        Latentome
      </Link>
      <div className="order-last min-w-0 basis-full md:order-none md:flex-1 md:basis-0">
        <Breadcrumb
          crumbs={[
            { label: lab.data?.name ?? slug, href: `/labs/${slug}` },
            { label: model.name, href: `/labs/${slug}/models/${model.id}` },
            { label: summary.name },
          ]}
        />
      </div>
      <div className="ml-auto flex items-center gap-3">
        <InboxLink />
        <Here room={room} me={me} />
        <span className="contents max-md:hidden">
          <Elsewhere slug={slug} labId={summary.labId} roomId={summary.id} me={me} />
          <CallButton room={room} />
        </span>
        <ConnectionState state={state} readOnly={!canWrite} onRetry={retry} />
        <div className="max-md:hidden">
          <Share />
        </div>
        {actions}
        <div className="max-md:hidden">
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
});

/** Everyone here; this part alone is rendered anew when somebody moves. */
function Here({ room, me }: { room: RoomConnection | null; me: Person | null }) {
  const people = usePeople(room);
  const following = useFollowing(room);
  const left = useLeft(room);
  return (
    <PeopleBar
      people={people}
      left={left}
      me={me}
      following={following}
      onFollow={(clientId) => room?.follow(clientId)}
    />
  );
}

/** Copies the address of this room. */
export function Share() {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button size="small" onClick={copy} onBlur={() => setCopied(false)} className="min-w-20">
      <span aria-live="polite">{copied ? 'Link copied' : 'Copy link'}</span>
    </Button>
  );
}
