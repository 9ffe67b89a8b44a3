import { Badge } from '~/ui/kit/index.ts';

/** Whether an address is proved to belong to the account that bears it. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  return verified ? <Badge tone="ok">verified</Badge> : <Badge tone="warn">not verified</Badge>;
}
