import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';
type Size = 'small' | 'medium';

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded border font-medium ' +
  'no-underline select-none disabled:opacity-50 aria-disabled:opacity-50 aria-disabled:cursor-not-allowed';

const looks: Record<Look, string> = {
  primary: 'border-accent bg-accent text-accent-ink enabled:hover:brightness-110',
  plain: 'border-line bg-surface text-ink hover:bg-surface-3 hover:border-line-strong',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-surface-3 hover:text-ink',
  danger: 'border-line bg-surface text-danger hover:border-danger hover:bg-danger-soft',
};

const sizes: Record<Size, string> = {
  small: 'h-7 px-2 text-13',
  medium: 'h-8 px-3 text-14',
};

function look(variant: Look, size: Size, className?: string): string {
  return classNames(base, looks[variant], sizes[size], className);
}

type ButtonProps = ComponentProps<'button'> & { variant?: Look; size?: Size; busy?: boolean };

/** A button; `busy` keeps its width and says so to screen readers. */
export function Button({
  variant = 'plain',
  size = 'medium',
  busy = false,
  className,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={(disabled ?? false) || busy}
      aria-busy={busy || undefined}
      className={look(variant, size, classNames(className, busy && 'pulse'))}
    />
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: Look; size?: Size };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  variant = 'plain',
  size = 'medium',
  className,
  ...rest
}: ButtonLinkProps) {
  return <Link {...rest} className={look(variant, size, className)} />;
}
