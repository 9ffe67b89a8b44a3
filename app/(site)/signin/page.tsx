import type { Metadata } from 'next';
import { SignInPage } from '~/ui/site/index.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Given = string | string[] | undefined;
type Props = { searchParams: Promise<{ next?: Given; error?: Given }> };

export default async function Page({ searchParams }: Props) {
  const { next, error } = await searchParams;
  return <SignInPage next={typeof next === 'string' ? next : null} failed={error !== undefined} />;
}
