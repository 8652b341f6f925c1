import { describe, expect, it } from 'vitest';
import type { Receiver } from '../../mail/receiver.ts';
import { readReturned } from '../../mail/returned.ts';
import { startReturns } from '../../mail/returns.ts';
import { createSmtpMail } from '../../mail/smtp.ts';

const MARK = '6a154056a5bb3b9e99cb31e77569e81a';
const OTHER = 'eeeebd8f3eb86bbbdc42258558091119';

function letter(type: string, parts: [type: string, body: string][], head = ''): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mta.example',
    'To: tra-lai@tra-lai.example',
    'Subject: Undelivered Mail',
    ...(head === '' ? [] : [head]),
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="x"`,
    '',
    ...parts.flatMap(([kind, body]) => ['--x', `Content-Type: ${kind}`, '', body, '']),
    '--x--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const STATUS = [
  'Reporting-MTA: dns; mta.example',
  '',
  'Final-Recipient: rfc822; da-nghi@noi-khac.example',
  'Original-Recipient: rfc822;Chuyen-Di@hop-thu.example',
  'Action: failed',
  'Status: 5.1.1 (no such user)',
  'Diagnostic-Code: smtp; 550 5.1.1 <da-nghi@noi-khac.example>:',
  '    no such user',
].join('\r\n');
const ORIGINAL = `Message-ID: <${MARK}@so-khcn.example>\r\nSubject: =?UTF-8?Q?Nh=E1=BA=AFc?=`;

const FAILED = {
  recipient: { original: 'chuyen-di@hop-thu.example', final: 'da-nghi@noi-khac.example' },
  action: 'failed',
  status: '5.1.1',
  diagnostic: '550 5.1.1 <da-nghi@noi-khac.example>: no such user',
};

describe('what comes back', () => {
  it('names the letter by its return address and by its Message-ID', async () => {
    const source = letter('multipart/report; report-type=delivery-status', [
      ['text/plain', 'Sorry.'],
      ['message/delivery-status', STATUS],
      ['message/rfc822', `${ORIGINAL}\r\n\r\nthe letter`],
    ]);
    expect(await readReturned(source, `tra-lai+${OTHER}@tra-lai.example`)).toEqual({
      marks: [OTHER, MARK],
      reports: [FAILED],
    });
  });

  it('is understood as an ordinary letter in parts, with the headers alone, as OpenSMTPD sends it', async () => {
    const source = letter('multipart/mixed', [
      ['text/plain', 'Hi! This is the MAILER-DAEMON.'],
      ['message/delivery-status', STATUS],
      ['text/rfc822-headers', ORIGINAL],
    ]);
    expect(await readReturned(source, 'tra-lai@tra-lai.example')).toEqual({ marks: [MARK], reports: [FAILED] });
  });

  it('tells a delay from a failure, and one recipient from another', async () => {
    const two = `${STATUS.replace('Action: failed', 'Action: delayed').replace('5.1.1 (no', '4.4.1 (no')}\r\n\r\nFinal-Recipient: rfc822; b@hop-thu.example\r\nAction: failed\r\nStatus: 5.2.2`;
    const { reports } = await readReturned(
      letter('multipart/report', [['message/delivery-status', two]]),
      'a@b.example',
    );
    expect(reports).toMatchObject([
      { action: 'delayed', status: '4.4.1' },
      {
        action: 'failed',
        status: '5.2.2',
        recipient: { original: null, final: 'b@hop-thu.example' },
        diagnostic: null,
      },
    ]);
  });

  it('finds no report in an absence note, even where it quotes the letter', async () => {
    const note = Buffer.from(
      `From: b@hop-thu.example\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <${MARK}@so-khcn.example>\r\nSubject: Nghi phep\r\n\r\nStatus: 5.1.1\r\nAction: failed\r\n`,
    );
    expect(await readReturned(note, 'tra-lai@tra-lai.example')).toEqual({ marks: [MARK], reports: [] });
  });
});

describe('the return address', () => {
  async function withReturns(keep: () => Promise<void>, use: (receiver: Receiver) => Promise<void>): Promise<void> {
    const receiver = await startReturns({ address: 'Tra-Lai@tra-lai.example', box: { keep } });
    await use(receiver).finally(() => receiver.close());
  }

  async function send(port: number, address: string) {
    const settings = { host: '127.0.0.1', port, auth: null, from: 'mailer-daemon@mta.example', ca: null, plain: true };
    const run = createSmtpMail(settings).begin();
    const words = { key: 'k', subject: 'Undelivered', text: 'Sorry.', html: '', enclosures: [] };
    const to = { name: '', address };
    return run.send({ ...words, to, at: '2024-11-07T08:00:00.000+07:00' }).finally(() => run.end());
  }

  it('takes what comes to it and to the address of each letter, and nothing else', async () => {
    let kept = 0;
    await withReturns(
      async () => {
        kept += 1;
      },
      async ({ port }) => {
        expect(await send(port, `tra-lai+${MARK}@tra-lai.example`)).toMatchObject({ kind: 'sent' });
        expect(await send(port, 'TRA-LAI@Tra-Lai.example')).toMatchObject({ kind: 'sent' });
        expect(await send(port, 'khac@tra-lai.example')).toMatchObject({ kind: 'rejected' });
        expect(await send(port, 'tra-lai@noi-khac.example')).toMatchObject({ kind: 'rejected' });
      },
    );
    expect(kept).toBe(2);
  });

  it('does not take what cannot be kept: the sending server comes again', async () => {
    await withReturns(
      () => Promise.reject(new Error('disk full')),
      async ({ port }) => {
        expect(await send(port, 'tra-lai@tra-lai.example')).toMatchObject({ kind: 'later' });
      },
    );
  });
});
