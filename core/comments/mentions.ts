import type { Mentioned } from '../contracts/comment.ts';

/** How a mention stands in stored text: by id, so that it follows its person through new names. */
export const mentionMark = /@\[([\w-]{1,64})\]/g;

/** The ids a stored text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mentionMark)].map(([, id = '']) => id))];
}

/** What each person is called in a text that is being typed: of two with one name the second is "Ada (2)". */
export function labelled(people: readonly Mentioned[]): (Mentioned & { label: string })[] {
  const taken = new Map<string, number>();
  return people.map(({ id, name }) => {
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { id, name, label: before === 0 ? name : `${name} (${before + 1})` };
  });
}

/** A stored text as its author types it: `@[id]` is `@Ada`; who is not among `people` stays as stored. */
export function typedText(stored: string, people: readonly Mentioned[]): string {
  const labels = new Map(labelled(people).map(({ id, label }) => [id, label]));
  return stored.replace(mentionMark, (mark, id: string) => {
    const label = labels.get(id);
    return label === undefined ? mark : `@${label}`;
  });
}

const wordly = /[\p{L}\p{N}_]/u;

/** A typed text as it is stored: each `@Ada` that is one of `people`, the longest name first, becomes `@[id]`. */
export function storedText(typed: string, people: readonly Mentioned[]): string {
  const longestFirst = labelled(people).sort((a, b) => b.label.length - a.label.length);
  let stored = '';
  let at = 0;
  while (at < typed.length) {
    const found =
      typed[at] === '@' && !wordly.test(typed[at - 1] ?? '')
        ? longestFirst.find(({ label }) => isHere(typed, at + 1, label))
        : undefined;
    stored += found ? `@[${found.id}]` : (typed[at] ?? '');
    at += found ? found.label.length + 1 : 1;
  }
  return stored;
}

/** Whether `label` stands at `at` and ends there. */
function isHere(text: string, at: number, label: string): boolean {
  return text.startsWith(label, at) && !wordly.test(text[at + label.length] ?? '');
}

/** What is being typed after an `@`: from there to the caret; null where nobody is being mentioned. */
export function mentionBeingTyped(text: string, caret: number): string | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || wordly.test(text[at - 1] ?? '')) return null;
  const begun = text.slice(at + 1, caret);
  return begun.includes('\n') || begun.length > 80 ? null : begun;
}

/** Whom a beginning may mean: those whose name, or a word of it, begins so; nobody once the name is whole and left behind. */
export function matching(people: readonly Mentioned[], begun: string) {
  const wanted = begun.toLowerCase();
  return labelled(people).filter(({ label }) => {
    const name = label.toLowerCase();
    return name.startsWith(wanted) || name.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}
