'use client';
import { useState } from 'react';
import { inOrder, titleOf, type NameOrder } from '~/core/directions/index.ts';
import { Button, plural, Section, Segments } from '~/ui/kit/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { NameDialog } from './name-dialog.tsx';
import { NameItem } from './name-item.tsx';

const orders: readonly { value: NameOrder; label: string; about: string }[] = [
  { value: 'votes', label: 'Votes', about: 'Votes for less votes against, the most first.' },
  {
    value: 'test',
    label: 'Test',
    about: 'Supported first, then undecided, contradicted, and what was not tested.',
  },
  {
    value: 'disagreement',
    label: 'Disagreement',
    about:
      'Where votes and test are furthest apart first: the share of votes for a name against 1 for supported, 0.5 for undecided, 0 for contradicted. Names without votes or without a test come last.',
  },
];

/** The names that compete for the direction, with what people and tests say of each. */
export function NameSection({ scene }: { scene: DirectionScene }) {
  const { detail } = scene;
  const [order, setOrder] = useState<NameOrder>('votes');
  const [open, setOpen] = useState(false);
  const title = titleOf(detail.names)?.id;
  return (
    <Section
      title="Names"
      note={`${plural(detail.names.length, 'name')}; the one with the most votes is the title`}
      action={
        <div className="flex flex-wrap items-center gap-2">
          <span aria-hidden className="text-12 text-ink-3">
            sorted by
          </span>
          <Segments label="Sort names by" value={order} options={orders} onChange={setOrder} />
          {detail.maySpeak && (
            <Button size="small" onClick={() => setOpen(true)}>
              Propose a name
            </Button>
          )}
        </div>
      }
    >
      <p className="mb-1 max-w-prose text-12 text-ink-3">
        {orders.find(({ value }) => value === order)?.about}
      </p>
      <ol className="divide-y divide-line border-y border-line" data-testid="names">
        {inOrder(detail.names, order).map((name) => (
          <li key={name.id}>
            <NameItem scene={scene} name={name} isTitle={name.id === title} />
          </li>
        ))}
      </ol>
      {open && <NameDialog scene={scene} of={null} onClose={() => setOpen(false)} />}
    </Section>
  );
}
