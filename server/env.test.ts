import { expect, test } from 'vitest';
import { readSettings, UnfitSettings } from './env.ts';

test('mail and other doors are off until they are set', () => {
  expect(readSettings({})).toMatchObject({ mail: null, providers: { github: null, orcid: null } });
  const set = readSettings({
    SMTP_URL: 'smtps://user:secret@mail.example.org:465',
    MAIL_FROM: 'Atlas <atlas@example.org>',
    ORCID_CLIENT_ID: 'APP-1',
    ORCID_CLIENT_SECRET: 'secret',
    ORCID_ISSUER: 'https://sandbox.orcid.org/',
  });
  expect(set.mail).toEqual({
    smtpUrl: 'smtps://user:secret@mail.example.org:465',
    from: 'Atlas <atlas@example.org>',
  });
  expect(set.providers.orcid).toEqual({
    ...{ clientId: 'APP-1', clientSecret: 'secret', issuer: 'https://sandbox.orcid.org' },
  });
});

test.each([
  [{ GITHUB_CLIENT_ID: 'x' }, 'GITHUB_CLIENT_SECRET'],
  [{ ORCID_CLIENT_SECRET: 'x' }, 'ORCID_CLIENT_ID'],
  [{ SMTP_URL: 'https://mail.example.org' }, 'SMTP_URL'],
])('%j is refused by name', (given, named) => {
  expect(() => readSettings(given)).toThrow(UnfitSettings);
  expect(() => readSettings(given)).toThrow(named);
});
