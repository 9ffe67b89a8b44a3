import Link from 'next/link';

export type Crumb = { label: string; href?: string };

/** Where this page is; the last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-13 text-ink-2">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.href ?? crumb.label}
            className="flex min-w-0 items-center gap-1.5 last:shrink-0 last:max-w-[60%]"
          >
            {index > 0 && (
              <span aria-hidden className="text-ink-3">
                /
              </span>
            )}
            {crumb.href ? (
              <Link href={crumb.href} className="truncate rounded hover:text-ink hover:underline">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate text-ink">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
