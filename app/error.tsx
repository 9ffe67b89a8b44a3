'use client';
import { Button, Notice } from '~/ui/kit/index.ts';
import { PageFrame } from '~/ui/site/index.ts';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageFrame title="This page failed">
      <Notice tone="danger">
        <p className="mb-2">{error.message}</p>
        <Button size="small" onClick={reset}>
          Try again
        </Button>
      </Notice>
    </PageFrame>
  );
}
