import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Letter } from '../../activities/ports.ts';
import { startReceiver } from '../../mail/receiver.ts';
import { createSmtpMail, type SmtpSettings } from '../../mail/smtp.ts';
import { memoryBox } from './box.ts';
import { ownCertificate } from './certificate.ts';
import { answer, mailServer } from './server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const LETTER: Letter = {
  key: '2024-11-07T08:00:00.000+07:00/p09/email',
  to: { name: 'Bùi Thí Điểm', address: 'b.thidiem@so-gddt.example' },
  subject: 'Nhắc: báo cáo năm 2024, hạn 08/11/2024 (còn 1 ngày làm việc)',
  text: 'Kính gửi Ông/Bà.\n',
  html: '<p>Kính gửi Ông/Bà.</p>',
  enclosures: [],
  at: '2024-11-07T08:00:00.000+07:00',
};

function settings(port: number, change: Partial<SmtpSettings> = {}): SmtpSettings {
  const from = 'Đôn Đốc <don-doc@so-khcn.example>';
  return { host: '127.0.0.1', port, auth: null, from, ca: null, plain: true, ...change };
}

async function server(options: Parameters<typeof mailServer>[0]): Promise<number> {
  const { port, close } = await mailServer(options);
  closing.push(close);
  return port;
}

async function once(own: SmtpSettings, letter: Letter = LETTER) {
  const run = createSmtpMail(own).begin();
  try {
    return await run.send(letter);
  } finally {
    await run.end();
  }
}

describe('a letter to the trial’s own mail server', () => {
  async function receiver(refuses: string[] = []) {
    const box = memoryBox();
    const started = await startReceiver({ box, refuses });
    closing.push(() => started.close());
    return { box, port: started.port };
  }

  it('arrives with subject, both bodies, the domain’s date and the head of a machine’s letter', async () => {
    const { box, port } = await receiver();
    expect(await once(settings(port))).toMatchObject({ kind: 'sent' });
    const [got] = box.letters;
    expect(got).toMatchObject({
      subject: LETTER.subject,
      at: LETTER.at,
      to: 'b.thidiem@so-gddt.example',
      text: LETTER.text,
    });
    expect(got?.html).toContain('<p>Kính gửi');
    expect(got?.from).toContain('don-doc@so-khcn.example');
    expect(got?.source).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(got?.messageId).toMatch(/^<[0-9a-f]{32}@so-khcn\.example>$/);
  });

  it('has the same bytes each time', async () => {
    const { box, port } = await receiver();
    await once(settings(port));
    await once(settings(port));
    expect(box.letters[0]?.source).toBe(box.letters[1]?.source);
  });

  it('is refused for good where the mailbox does not exist, and the next one goes through', async () => {
    const { box, port } = await receiver(['B.Thidiem@so-gddt.example']);
    const run = createSmtpMail(settings(port)).begin();
    expect(await run.send(LETTER)).toMatchObject({ kind: 'rejected', error: expect.stringContaining('550') });
    const other = { ...LETTER, key: 'other', to: { name: 'Hồ Văn Ví Dụ', address: 'h.vanvidu@so-dl.example' } };
    expect(await run.send(other)).toMatchObject({ kind: 'sent' });
    await run.end();
    expect(box.letters.map(({ to }) => to)).toEqual(['h.vanvidu@so-dl.example']);
  });

  it('is not lost when it cannot be kept: the server says so and the sender waits', async () => {
    const started = await startReceiver({ box: { keep: () => Promise.reject(new Error('disk full')) } });
    closing.push(() => started.close());
    expect(await once(settings(started.port))).toMatchObject({ kind: 'later' });
  });

  it('cannot break out of its subject or name', async () => {
    const { box, port } = await receiver();
    const evil = {
      ...LETTER,
      subject: 'Nhắc\r\nBcc: x@example.org',
      to: { name: 'A\r\nBcc: y@example.org', address: 'b.thidiem@so-gddt.example' },
    };
    expect(await once(settings(port), evil)).toMatchObject({ kind: 'sent' });
    expect(box.letters).toHaveLength(1);
    expect(box.letters[0]?.source).not.toMatch(/^Bcc:/m);
  });
});

describe('what a mail server answers', () => {
  it('greylisting is for now', async () => {
    const port = await server({ onRcptTo: (_address, _session, done) => done(answer(451, '4.7.1 greylisted')) });
    expect(await once(settings(port))).toMatchObject({ kind: 'later', error: expect.stringContaining('451') });
  });

  it('a letter too large is for good', async () => {
    const port = await server({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(answer(552, '5.3.4 too large')));
      },
    });
    expect(await once(settings(port))).toMatchObject({ kind: 'rejected' });
  });

  it('a connection that breaks after the letter was handed over leaves its fate unknown', async () => {
    const port = await breakingServer();
    expect((await once(settings(port))).kind).toBe('unknown');
  });

  it('a connection that breaks before that has delivered nothing', async () => {
    const port = await breakingServer('MAIL');
    expect((await once(settings(port))).kind).toBe('away');
  });

  it('a server that is not there is away', async () => {
    const port = await freePort();
    expect(await once(settings(port))).toMatchObject({ kind: 'away', error: expect.stringContaining('ECONNREFUSED') });
  });

  it('a server that says nothing is away', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => silent.close(() => resolve())));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect((await once(settings(port, { timeouts: { greet: 300 } }))).kind).toBe('away');
  });

  it('a wrong password is away, and says so', async () => {
    const port = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535, '5.7.8 wrong')),
    });
    const outcome = await once(settings(port, { auth: { user: 'don-doc', password: 'sai' } }));
    expect(outcome).toMatchObject({ kind: 'away', error: expect.stringContaining('EAUTH') });
  });

  it('without encryption nothing is sent where it is required', async () => {
    const port = await server({ disabledCommands: ['STARTTLS'] });
    expect((await once(settings(port, { plain: false }))).kind).toBe('away');
  });

  it('an unknown certificate is refused, a known one is taken', async () => {
    const { key, cert } = ownCertificate();
    const port = await server({
      key,
      cert,
      onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
    });
    expect((await once(settings(port, { plain: false }))).kind).toBe('away');
    expect((await once(settings(port, { plain: false, ca: cert }))).kind).toBe('sent');
  });
});

/** Takes a letter to its end and hangs up without an answer; or hangs up at a command. */
async function breakingServer(at: 'letter' | 'MAIL' = 'letter'): Promise<number> {
  const breaking = createServer((socket) => {
    let data = false;
    socket.write('220 mail.example\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (data) {
        if (said.endsWith('\r\n.\r\n')) socket.destroy();
      } else if (said.startsWith(at)) socket.destroy();
      else if (said.startsWith('DATA')) {
        data = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => breaking.close(() => resolve())));
  const address = breaking.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
