import Link from 'next/link';
import type { InboxItem } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime } from '~/ui/kit/index.ts';
import { plainLine } from '~/ui/markdown/index.ts';
import { threadHref } from './thread-href.ts';

type Props = { item: InboxItem; onRead: () => void };

/** Who said what, where and when; the whole line is the way there. */
export function InboxRow({ item, onRead }: Props) {
  const { reason, read, lab, thread, comment } = item;
  return (
    <li
      data-testid="inbox-item"
      data-read={read}
      className="flex items-start gap-3 border-b border-line py-2"
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-12 text-ink-3">
          {!read && <Badge tone="accent">unread</Badge>}
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-medium text-ink-2">{comment.by.name}</span>
            {reason === 'mention' ? ' mentioned you on ' : ' replied on '}
            {`${thread.about}, ${lab.name}`}
          </span>
          <time dateTime={comment.createdAt} className="figures">
            {dateTime(comment.createdAt)}
          </time>
        </p>
        <Link
          href={threadHref(item)}
          onClick={onRead}
          className={`block text-13 hover:underline [overflow-wrap:anywhere] ${read ? 'text-ink-2' : 'font-medium'}`}
        >
          {plainLine(comment.text, comment.mentions)}
        </Link>
      </div>
      {!read && (
        <Button size="small" variant="quiet" onClick={onRead}>
          Mark read
        </Button>
      )}
    </li>
  );
}
