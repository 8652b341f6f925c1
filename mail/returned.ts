import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser';

/** What one answer of a mail server says about one recipient (RFC 3464, section 2.3). */
export interface DeliveryReport {
  /** The address as we wrote it, else as it was in the end; null when neither is named. */
  recipient: { original: string | null; final: string | null };
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** `5.1.1`: class, subject, detail (RFC 3463). */
  status: string;
  /** What the server said, in its own words. */
  diagnostic: string | null;
}

/** A letter that came to the return address. */
export interface Returned {
  /** Marks of the letters that it may be about (mail/letter-mark.ts), the surest first. */
  marks: string[];
  /** Empty for what is no delivery report, such as an absence note. */
  reports: DeliveryReport[];
}

/** The report of the server stays a part of its own instead of becoming words of the letter. */
const OPTIONS: SimpleParserOptions & { keepDeliveryStatus: boolean } = {
  keepDeliveryStatus: true,
  skipTextToHtml: true,
  skipImageLinks: true,
};

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/**
 * Reads what came back. The report is looked for in every part, because some servers send it as an ordinary letter in
 * parts; the letter is named by the return address it came to, else by the Message-ID among the returned headers.
 */
export async function readReturned(source: Buffer, to: string): Promise<Returned> {
  const mail = await simpleParser(source, OPTIONS);
  const parts = mail.attachments.map(({ contentType, content }) => ({ contentType, text: content.toString('utf8') }));
  const status = parts.filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType));
  return {
    marks: [...new Set([...markOf(to), ...marksIn(mail, parts)])],
    reports: status.flatMap(({ text }) => reportsIn(text)),
  };
}

function markOf(address: string): string[] {
  const [, mark] = /\+([0-9a-f]{32})@/i.exec(address) ?? [];
  return mark === undefined ? [] : [mark.toLowerCase()];
}

function marksIn({ inReplyTo, references, text }: ParsedMail, parts: { text: string }[]): string[] {
  const places = [...parts.map((part) => part.text), inReplyTo ?? '', [references ?? []].flat().join(' '), text ?? ''];
  return places.flatMap((place) => [...place.matchAll(/<([0-9a-f]{32})@[^>\s]+>/g)].flatMap(([, mark]) => mark ?? []));
}

/** Groups of fields, parted by empty lines; the first is about the whole letter, each other about one recipient. */
function reportsIn(text: string): DeliveryReport[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .flatMap((fields) => {
      const action = ACTIONS.find((known) => known === fields.get('action')?.toLowerCase());
      if (action === undefined) return [];
      return [
        {
          recipient: {
            original: addressIn(fields.get('original-recipient')),
            final: addressIn(fields.get('final-recipient')),
          },
          action,
          status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
          diagnostic: wordsIn(fields.get('diagnostic-code')),
        },
      ];
    });
}

function fieldsOf(group: string): Map<string, string> {
  const unfolded = group.replaceAll(/\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split('\n').flatMap((line) => {
      const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}

/** `rfc822;ten@co-quan.example` names its kind first. */
function addressIn(field: string | undefined): string | null {
  const address = field?.split(';').at(-1)?.trim().replaceAll(/^<|>$/g, '').toLowerCase() ?? '';
  return address.includes('@') ? address : null;
}

function wordsIn(field: string | undefined): string | null {
  const words = field?.replace(/^[\w-]+[ \t]*;[ \t]*/, '').replaceAll(/\s+/g, ' ') ?? '';
  return words === '' ? null : words.slice(0, 400);
}
