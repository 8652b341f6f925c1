import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Letter, MailOutcome } from '../../activities/ports.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { at } from '../harness/story.ts';

/** What the server does with a letter once it has it whole. */
type Manner = 'answers' | 'answersTwice' | 'hangsUp' | 'saysNothing' | 'hangsUpInside';

let server: Server;
let kept: string[];
const sockets = new Set<Socket>();

/** A mail server that misbehaves; a manner for each letter in turn, then it behaves. */
async function misbehaving(manners: Manner[]): Promise<number> {
  kept = [];
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let letter: string | null = null;
    let rest = '';
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (letter !== null && line !== '.') {
          letter += `${line}\n`;
          if (manners[0] === 'hangsUpInside') {
            manners.shift();
            socket.destroy();
            return;
          }
        } else if (letter !== null) {
          kept.push(/^Subject: (.*)$/m.exec(letter)?.[1] ?? '');
          letter = null;
          const manner = manners.shift() ?? 'answers';
          if (manner === 'hangsUp') socket.destroy();
          else if (manner !== 'saysNothing') socket.write('250 kept\r\n'.repeat(manner === 'answersTwice' ? 2 : 1));
        } else if (line.startsWith('DATA')) {
          letter = '';
          socket.write('354 go on\r\n');
        } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 yes\r\n');
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as { port: number }).port;
}
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function sent(port: number, subjects: string[]): Promise<MailOutcome['kind'][]> {
  const mail = createSmtpMail({
    host: '127.0.0.1',
    port,
    auth: null,
    from: 'Đôn Đốc <dondoc@example>',
    ca: null,
    plain: true,
    timeouts: { answer: 1_500 },
  });
  const run = mail.begin();
  const kinds: MailOutcome['kind'][] = [];
  for (const subject of subjects) {
    const letter: Letter = {
      key: subject,
      to: { name: 'Ông A', address: 'a@so-dl.example' },
      subject,
      text: 'Nội dung',
      html: '<p>Nội dung</p>',
      enclosures: [],
      at: at('2024-11-06 08:00'),
    };
    kinds.push((await run.send(letter)).kind);
  }
  await run.end();
  return kinds;
}

describe('a mail server that misbehaves', () => {
  it.each<{ label: string; manners: Manner[]; kinds: MailOutcome['kind'][]; arrived: string[] }>([
    { label: 'behaves', manners: [], kinds: ['sent', 'sent'], arrived: ['one', 'two'] },
    {
      label: 'hangs up after it took the letter: its fate is unknown, the next goes over a new line',
      manners: ['hangsUp'],
      kinds: ['unknown', 'sent'],
      arrived: ['one', 'two'],
    },
    {
      label: 'never says that it took the letter: unknown, and nobody waits for ever',
      manners: ['saysNothing'],
      kinds: ['unknown', 'sent'],
      arrived: ['one', 'two'],
    },
    {
      label: 'hangs up in the middle of a letter: unknown, for nobody can tell',
      manners: ['hangsUpInside'],
      kinds: ['unknown', 'sent'],
      arrived: ['two'],
    },
  ])('$label', async ({ manners, kinds, arrived }) => {
    const port = await misbehaving(manners);
    expect(await sent(port, ['one', 'two'])).toEqual(kinds);
    expect(kept).toEqual(arrived);
  });

  it('answers twice: no letter counts as sent that did not arrive, and none is taken for refused', async () => {
    const port = await misbehaving(['answersTwice', 'answersTwice']);
    const subjects = ['one', 'two', 'three'];
    const kinds = await sent(port, subjects);
    expect(kinds[0]).toBe('sent');
    for (const [index, kind] of kinds.entries()) {
      if (kind === 'sent') expect(kept).toContain(subjects[index]);
      expect(kind).not.toBe('rejected');
    }
  });
});
