import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Toaster } from 'sonner';
import { readTheme, ThemeProvider } from '~/ui/kit/index.ts';
import { ApiProvider } from '~/ui/trpc/index.ts';

export const metadata: Metadata = {
  title: { default: 'Latentome', template: '%s · Latentome' },
  description: 'The shared atlas of circuit space',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#101415' },
  ],
};

/** Reads a cookie, so every page is made for its request and carries the nonce of its policy. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get('theme')?.value);
  return (
    <html lang="en" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <ThemeProvider initial={theme}>
          <ApiProvider>{children}</ApiProvider>
          <Toaster position="bottom-right" theme={theme} visibleToasts={3} />
        </ThemeProvider>
      </body>
    </html>
  );
}
