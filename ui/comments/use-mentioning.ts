import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { matching, mentionBeingTyped } from '~/core/comments/index.ts';
import type { Mentioned } from '~/core/contracts/index.ts';

const most = 5;

type Options = {
  area: RefObject<HTMLTextAreaElement | null>;
  people: readonly Mentioned[];
  text: string;
  onText: (text: string) => void;
};

/** While a name is typed after an `@`: whom it may mean, which of them is chosen, and what keys do about it. */
export function useMentioning({ area, people, text, onText }: Options) {
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState<string | null>(null);
  const next = useRef<number | null>(null);
  const begun = closed === text ? null : mentionBeingTyped(text, caret);
  const options = begun === null ? [] : matching(people, begun).slice(0, most);
  const active = options.length === 0 ? null : Math.min(chosen, options.length - 1);

  useLayoutEffect(() => {
    if (next.current === null) return;
    area.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  }, [area, text]);

  const follow = () => {
    const at = area.current?.selectionStart ?? 0;
    if (at === caret) return;
    setCaret(at);
    setChosen(0);
  };
  const pick = (at: number) => {
    const option = options[at];
    if (!option || begun === null) return;
    const before = `${text.slice(0, caret - begun.length)}${option.label} `;
    next.current = before.length;
    setCaret(before.length);
    setChosen(0);
    setClosed(null);
    onText(before + text.slice(caret).replace(/^ /, ''));
    area.current?.focus();
  };
  /** @returns whether the key was for the list */
  const press = (event: KeyboardEvent): boolean => {
    if (active === null) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) setChosen((active + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(active);
    else if (event.key === 'Escape') setClosed(text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { options, active, pick, press, follow };
}
