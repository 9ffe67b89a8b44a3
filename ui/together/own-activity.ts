const idleMs = 180_000;
const inputs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Tells when this person becomes idle, which is after three minutes without input or as soon as the page is hidden, and
 * when they are back.
 */
export function watchOwnActivity(tell: (idle: boolean) => void): { stop: () => void } {
  if (typeof document === 'undefined') return { stop: () => undefined };
  let idle = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (now: boolean) => {
    if (now === idle) return;
    idle = now;
    tell(idle);
  };
  const active = () => {
    clearTimeout(timer);
    timer = setTimeout(() => settle(true), idleMs);
    settle(false);
  };
  const input = () => {
    if (!document.hidden) active();
  };
  const seen = () => {
    if (document.hidden) settle(true);
    else active();
  };
  const options = { capture: true, passive: true };
  for (const kind of inputs) addEventListener(kind, input, options);
  document.addEventListener('visibilitychange', seen);
  seen();
  return {
    stop: () => {
      clearTimeout(timer);
      for (const kind of inputs) removeEventListener(kind, input, options);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
