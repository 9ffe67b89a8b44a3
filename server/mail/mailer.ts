import { createTransport } from 'nodemailer';

export type Letter = { to: string; subject: string; text: string };
export type Mailer = { send(letter: Letter): Promise<void> };

/** Sends plain text by the server of an `smtp://` or `smtps://` address; nothing is kept and tried again. */
export function openMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 },
    { from },
  );
  return {
    send: async (letter) => {
      await transport.sendMail(letter);
    },
  };
}
