'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = { label: string; className?: string; children: ReactNode; followEnd?: unknown };

/**
 * A region that scrolls by itself. It takes a tab stop only while it overflows, so that the keyboard reaches what is
 * hidden (WCAG 2.1.1) and does not stop for nothing. `followEnd`: whenever this changes it shows its end, unless the
 * person has scrolled away from it.
 */
export function ScrollArea({ label, className, children, followEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setOverflows(
        element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1,
      );
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    return () => resized.disconnect();
  }, [children]);
  useEffect(() => {
    const element = box.current;
    if (element && followEnd !== undefined && atEnd.current)
      element.scrollTop = element.scrollHeight;
  }, [followEnd]);
  const reach = overflows ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {};
  return (
    <div
      {...reach}
      ref={box}
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < 16;
      }}
      className={classNames('min-w-0 overflow-auto', className)}
    >
      {children}
    </div>
  );
}
