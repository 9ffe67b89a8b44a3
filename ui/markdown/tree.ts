import type { Token } from 'markdown-it';
import { parser } from './parser.ts';

/** An element of a text with what it holds; text, code and mentions hold nothing more. */
export type Node = {
  type: string;
  content: string;
  /** Of links and images; null where there is none. */
  address: string | null;
  /** Of an ordered list that does not begin at 1. */
  start: number | null;
  children: Node[];
};

/** Reads Markdown as a tree of elements. */
export function readMarkdown(text: string): Node[] {
  return treeOf(parser.parse(text, {}));
}

/** The parser gives a line of openings and closings. */
function treeOf(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const node = nodeOf(token);
    open.at(-1)?.push(node);
    if (token.nesting > 0) open.push(node.children);
  }
  return root;
}

function nodeOf(token: Token): Node {
  const start = Number(token.attrGet('start') ?? NaN);
  return {
    type: token.type.replace(/_open$/, ''),
    content: token.content,
    address: text(token.attrGet('href') ?? token.attrGet('src')),
    start: Number.isSafeInteger(start) ? start : null,
    children: treeOf(token.children ?? []),
  };
}

const text = (value: string | number | null) => (value === null ? null : String(value));
