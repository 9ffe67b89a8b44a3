import { Landing } from '~/ui/site/index.ts';

export default function Page() {
  return <Landing />;
}
