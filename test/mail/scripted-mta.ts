import { createTransport } from 'nodemailer';
import type { SMTPServerDataStream } from 'smtp-server';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { lettersTo, type MailServer } from './mail-servers.ts';
import { answer, mailServer } from './server.ts';

const MAILBOXES = ['b.thidiem', 'h.vanvidu'];
const FORWARDED = 'chuyen-di';

/** A mail server of our own that sends back as OpenSMTPD does: an ordinary letter in parts, without the original words. */
export async function openScriptedMta(): Promise<MailServer> {
  const returnsPort = await freePort();
  const kept: string[] = [];
  const { port, close } = await mailServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if ([...MAILBOXES, FORWARDED].includes(nameOf(address))) done();
      else done(answer(550, `5.1.1 <${address}> user unknown`));
    },
    onData(stream, { envelope }, done) {
      void read(stream).then((source) => {
        done();
        const to = envelope.rcptTo[0]?.address ?? '';
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        if (nameOf(to) === FORWARDED) void sendBack(returnsPort, from, to, source);
        else kept.push(`Return-Path: <${from}>\r\n${source}`);
      });
    },
  });
  return { port, returnsPort, letters: (address) => lettersTo(address, kept), close };
}

function nameOf(address: string): string {
  return address.split('@')[0]?.split('+')[0] ?? '';
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function sendBack(port: number, to: string, recipient: string, source: string): Promise<void> {
  const lines = [
    'From: Mailer Daemon <MAILER-DAEMON@mta.hop-thu.example>',
    `To: ${to}`,
    'Subject: Delivery status notification: error',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="-"',
    '',
    '---',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mta.hop-thu.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; nobody of this name any more',
    '',
    '---',
    'Content-Type: text/rfc822-headers',
    '',
    source.slice(0, source.indexOf('\r\n\r\n')),
    '-----',
    '',
  ];
  const post = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await post.sendMail({ envelope: { from: '', to }, raw: lines.join('\r\n') });
  post.close();
}
