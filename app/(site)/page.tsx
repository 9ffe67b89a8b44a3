import { Landing } from '~/ui/landing/index.ts';

export default function Page() {
  return <Landing />;
}
