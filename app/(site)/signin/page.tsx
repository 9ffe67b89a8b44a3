import type { Metadata } from 'next';
import { SignInPage } from '~/ui/site/index.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInPage next={typeof next === 'string' ? next : null} />;
}
