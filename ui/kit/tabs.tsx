'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

type Tab = { id: string; label: ReactNode; panel: ReactNode };
type Props = {
  tabs: readonly Tab[];
  label: string;
  value?: string;
  onChange?: (id: string) => void;
  /** Panels stay mounted when a hidden one holds a canvas or a form. */
  keepMounted?: boolean;
};

/** Tabs with arrow keys; the chosen one is underlined in the accent. */
export function Tabs({ tabs, label, value, onChange, keepMounted = false }: Props) {
  return (
    <Base.Root
      {...(value === undefined ? { defaultValue: tabs[0]?.id } : { value })}
      onValueChange={(next) => onChange?.(String(next))}
      className="flex min-h-0 min-w-0 flex-col"
    >
      <Base.List aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="-mb-px whitespace-nowrap border-b-2 border-transparent px-0.5 py-1.5 text-13 font-medium text-ink-2 hover:text-ink aria-selected:border-accent aria-selected:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} keepMounted={keepMounted} className="min-h-0 pt-3">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
