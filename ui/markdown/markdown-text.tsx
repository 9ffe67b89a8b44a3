import { Fragment, memo, useMemo, type ReactNode } from 'react';
import { typedText } from '~/core/comments/index.ts';
import type { Mentioned } from '~/core/contracts/index.ts';
import { isWeb } from './parser.ts';
import { readMarkdown, type Node } from './tree.ts';

type Props = { text: string; mentions?: readonly Mentioned[] };

const nobody: readonly Mentioned[] = [];

/**
 * Text that somebody wrote, as Markdown. Every element is made here: what is not in the list below is shown as its text, so
 * nothing of HTML, no picture and no address but of the web ever comes of it.
 */
export const MarkdownText = memo(function MarkdownText({ text, mentions = nobody }: Props) {
  const nodes = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className="flex min-w-0 flex-col gap-1.5 [overflow-wrap:anywhere]">
      {all(nodes, mentions)}
    </div>
  );
});

const all = (nodes: readonly Node[], mentions: readonly Mentioned[]): ReactNode =>
  nodes.map((node, at) => <Fragment key={at}>{element(node, mentions)}</Fragment>);

const code = 'rounded bg-surface-2 px-1 text-12';

function element(node: Node, mentions: readonly Mentioned[]): ReactNode {
  const inner = () => all(node.children, mentions);
  const plain = () => typedText(node.content, mentions);
  switch (node.type) {
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading':
      return <p className="font-semibold">{inner()}</p>; // no heading of the page
    case 'inline':
      return inner();
    case 'strong':
      return <strong className="font-semibold">{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 's':
      return <s>{inner()}</s>;
    case 'blockquote':
      return (
        <blockquote className="flex flex-col gap-1.5 border-l border-line-strong pl-2 text-ink-2">
          {inner()}
        </blockquote>
      );
    case 'bullet_list':
      return <ul className="list-disc pl-5">{inner()}</ul>;
    case 'ordered_list':
      return (
        <ol className="list-decimal pl-6" start={node.start ?? 1}>
          {inner()}
        </ol>
      );
    case 'list_item':
      return <li>{inner()}</li>;
    case 'hr':
      return <hr className="border-line" />;
    case 'code_inline':
      return <code className={code}>{plain()}</code>;
    case 'fence':
    case 'code_block':
      return (
        <pre className="whitespace-pre-wrap">
          <code className={`${code} block py-1`}>{plain()}</code>
        </pre>
      );
    case 'softbreak':
    case 'hardbreak':
      return <br />;
    case 'link':
    case 'image': // never loaded: a link to it
      return <WebLink address={node.address}>{node.children.length > 0 ? inner() : null}</WebLink>;
    case 'mention':
      return <Mention id={node.content} mentions={mentions} />;
    default:
      return node.children.length > 0 ? inner() : node.content;
  }
}

function WebLink({ address, children }: { address: string | null; children: ReactNode }) {
  if (address === null || !isWeb(address)) return children;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank" className="underline">
      {children ?? address}
    </a>
  );
}

/** Under the name of today; an id that means nobody here is only text. */
function Mention({ id, mentions }: { id: string; mentions: readonly Mentioned[] }) {
  const found = mentions.find((one) => one.id === id);
  if (!found) return `@[${id}]`;
  return (
    <span className="font-medium text-accent" data-testid="mention">
      @{found.name}
    </span>
  );
}
