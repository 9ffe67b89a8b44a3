import { NotHere, PageFrame } from '~/ui/site/index.ts';

export default function NotFound() {
  return (
    <PageFrame title="Not found">
      <NotHere />
    </PageFrame>
  );
}
