import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Letter, Mail, MailOutcome, MailRun } from '../activities/ports.ts';
import { msOf } from '../domain/calendar/instant.ts';
import { letterMark } from './letter-mark.ts';

export interface SmtpSettings {
  host: string;
  /** 465 is encrypted from the first byte; any other by STARTTLS, which is then required. */
  port: number;
  auth: { user: string; password: string } | null;
  /** The sender, as it stands in the letter's head: `Đôn Đốc <dondoc@example.gov.vn>`. */
  from: string;
  /**
   * Where a letter comes back to that cannot be delivered: `tra-lai@example.gov.vn`, each letter under an address of its
   * own, `tra-lai+<mark>@example.gov.vn`. Default the sender.
   */
  returnAddress?: string | null;
  /** Certificate (PEM) that signed the server's own; null for the usual ones. Verification is never switched off. */
  ca: string | null;
  /** True only for a server on the loopback of this machine: no encryption is asked for. Default false. */
  plain?: boolean;
  /** Milliseconds for the connection, the greeting and each answer. Default 10,000, 10,000 and 60,000. */
  timeouts?: { connect?: number; greet?: number; answer?: number };
}

/** Letters over one connection, which is renewed after this many, as many servers ask for. */
const LETTERS_PER_CONNECTION = 100;

/** Time a server has to answer our farewell. */
const FAREWELL_MS = 2_000;

/** A question whether a server is there waits less. */
const CHECK = { connect: 3_000, greet: 3_000, answer: 3_000 };

/** Hands letters to a mail server. One connection a run, one letter at a time. */
export function createSmtpMail(settings: SmtpSettings): Mail {
  return { begin: () => new SmtpRun(settings) };
}

/** Whether the server lets us in now: null, or why not. */
export async function checkSmtp(settings: SmtpSettings): Promise<string | null> {
  try {
    const connection = await connected({ ...settings, timeouts: CHECK });
    connection.quit();
    return null;
  } catch (error) {
    return told(error);
  }
}

class SmtpRun implements MailRun {
  private readonly settings: SmtpSettings;
  private connection: SMTPConnection | null = null;
  private sent = 0;

  constructor(settings: SmtpSettings) {
    this.settings = settings;
  }

  async send(letter: Letter): Promise<MailOutcome> {
    if (this.sent >= LETTERS_PER_CONNECTION) await this.end();
    const { source, from } = await written(this.settings, letter);
    try {
      this.connection ??= await connected(this.settings);
    } catch (error) {
      return { kind: 'away', error: told(error) };
    }
    this.sent += 1;
    const outcome = await handOver(this.connection, { from, to: letter.to.address }, source);
    if (outcome.kind === 'away' || outcome.kind === 'unknown') this.drop();
    else if (outcome.kind !== 'sent' && !(await ready(this.connection))) this.drop();
    return outcome;
  }

  async end(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    this.sent = 0;
    if (connection === null) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => connection.close(), FAREWELL_MS);
      connection.once('end', () => {
        clearTimeout(late);
        resolve();
      });
      connection.quit();
    });
  }

  private drop(): void {
    this.connection?.close();
    this.connection = null;
    this.sent = 0;
  }
}

async function connected({ host, port, auth, ca, plain, timeouts }: SmtpSettings): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: port === 465,
    requireTLS: !plain && port !== 465,
    ignoreTLS: plain ?? false,
    connectionTimeout: timeouts?.connect ?? 10_000,
    greetingTimeout: timeouts?.greet ?? 10_000,
    socketTimeout: timeouts?.answer ?? 60_000,
    ...(ca === null ? {} : { tls: { ca } }),
  });
  await new Promise<void>((resolve, reject) => {
    connection.on('error', reject);
    connection.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  if (auth === null) return connection;
  await new Promise<void>((resolve, reject) => {
    connection.login({ user: auth.user, pass: auth.password }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  }).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  return connection;
}

/**
 * One letter. Its bytes are read only after the server has asked for them, so a conversation that breaks before is known
 * to have delivered nothing; one that breaks afterwards may have.
 */
function handOver(
  connection: SMTPConnection,
  envelope: { from: string; to: string },
  source: Buffer,
): Promise<MailOutcome> {
  let begun = false;
  const bytes = new Readable({
    read() {
      begun = true;
      this.push(source);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    connection.send({ ...envelope, size: source.length }, bytes, (error, info) => {
      if (!error) resolve({ kind: 'sent', response: info?.response ?? '' });
      else resolve(outcomeOf(error, begun));
    });
  });
}

/** A 4xx answer is for now, a 5xx for good; without an answer it depends on whether the letter had been handed over. */
function outcomeOf(error: Error & { responseCode?: number | undefined }, begun: boolean): MailOutcome {
  const text = told(error);
  const { responseCode } = error;
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'rejected', error: text };
  if (responseCode !== undefined && responseCode >= 400 && responseCode !== 421) return { kind: 'later', error: text };
  return { kind: begun && responseCode === undefined ? 'unknown' : 'away', error: text };
}

/** After a refusal the conversation is set back; false when the server will not go on. */
function ready(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => connection.reset((error) => resolve(!error)));
}

/** The letter as it goes over the wire: the same bytes for the same letter. */
async function written(
  { from, returnAddress = null }: SmtpSettings,
  { key, to, subject, text, html, at, enclosures }: Letter,
): Promise<{ source: Buffer; from: string }> {
  const mark = letterMark(key);
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  const node = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    date: new Date(msOf(at)),
    messageId: `<${mark}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: enclosures.map(({ name, type, content }) => ({
      filename: name,
      contentType: `${type}; charset=utf-8`,
      content: Buffer.from(content),
    })),
    baseBoundary: mark,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const sender = node.getEnvelope().from;
  const source = await new Promise<Buffer>((resolve, reject) => {
    node.build((error, message) => {
      if (error) reject(error);
      else resolve(message);
    });
  });
  const back = returnAddress?.replace('@', `+${mark}@`);
  return { source, from: back ?? (sender === false ? '' : sender) };
}

function told(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(': ').slice(0, 500);
}
