import type { Mentioned } from '~/core/contracts/index.ts';
import { readMarkdown, type Node } from './tree.ts';

const most = 120;

/** The beginning of a text in one line of words alone, mentions by name. */
export function plainLine(text: string, mentions: readonly Mentioned[]): string {
  const names = new Map(mentions.map(({ id, name }) => [id, name]));
  const line = words(readMarkdown(text), names).replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}

const blocks = ['paragraph', 'heading', 'list_item', 'fence', 'code_block', 'hr'];

function words(nodes: readonly Node[], names: ReadonlyMap<string, string>): string {
  return nodes
    .map((node) => {
      if (node.type === 'mention') return `@${names.get(node.content) ?? `[${node.content}]`}`;
      if (node.type.endsWith('break')) return ' ';
      const inner = node.children.length > 0 ? words(node.children, names) : node.content;
      return blocks.includes(node.type) ? `${inner} ` : inner;
    })
    .join('');
}
