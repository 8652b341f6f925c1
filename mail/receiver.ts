import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { instantFromMs } from '../domain/calendar/instant.ts';
import type { LetterBox } from './ports.ts';

export interface ReceiverOptions {
  box: LetterBox;
  /** Addresses answered with 550, as an address that no longer exists is. Default none. */
  refuses?: string[];
  /** Which envelope addresses, in small letters, are this server's at all. Default every one. */
  accepts?: (address: string) => boolean;
  /** Default the loopback, and any free port of it. */
  host?: string;
  port?: number;
}

export interface Receiver {
  host: string;
  port: number;
  /** Changes the refused addresses while it runs. */
  refuse(addresses: string[]): void;
  close(): Promise<void>;
}

/** Larger letters are refused. */
const MOST_BYTES = 20_000_000;

/**
 * A mail server of our own. On the loopback, as in the trial, no letter leaves the machine. Answers after the letter is
 * kept.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { box, refuses, accepts = () => true, host = '127.0.0.1', port } = options;
  let refused = lowered(refuses ?? []);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    onRcptTo({ address }, _session, done) {
      const known = accepts(address.toLowerCase()) && !refused.has(address.toLowerCase());
      if (!known) done(refusal(550, `5.1.1 <${address}> no such mailbox`));
      else done();
    },
    onData(stream, session, done) {
      receive(stream, session, box).then(
        () => done(),
        (error: Error) => done('responseCode' in error ? error : refusal(451, '4.3.0 letter could not be kept')),
      );
    },
  });
  // A client that breaks off is its own matter; without a listener it would end the process.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port ?? 0, host, resolve);
  });
  const address = server.server.address();
  return {
    host,
    port: typeof address === 'object' && address ? address.port : 0,
    refuse: (addresses) => {
      refused = lowered(addresses);
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, box: LetterBox): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 letter too large');
  const source = Buffer.concat(chunks);
  const mail = await simpleParser(source);
  for (const { address } of session.envelope.rcptTo) {
    await box.keep({
      messageId: mail.messageId ?? null,
      at: instantFromMs((mail.date ?? new Date()).getTime()),
      from: mail.from?.text ?? '',
      to: address,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: typeof mail.html === 'string' ? mail.html : null,
      source: source.toString('utf8'),
    });
  }
}

function lowered(addresses: string[]): Set<string> {
  return new Set(addresses.map((address) => address.toLowerCase()));
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
