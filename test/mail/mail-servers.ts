import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { usePart } from '../harness/services.ts';
import { openScriptedMta } from './scripted-mta.ts';

/**
 * A mail server of a province, as a test sees it: it has the mailboxes `b.thidiem` and `h.vanvidu` of `hop-thu.example`,
 * each also under `name+anything`; it takes letters for `chuyen-di@hop-thu.example` and finds out later that nobody is
 * there; it refuses every other name; and it hands over what comes back to `tra-lai@tra-lai.example`.
 */
export interface MailServer {
  port: number;
  /** Where it hands over what comes back. */
  returnsPort: number;
  /** What lies in a mailbox under an address that only this test has used. */
  letters(address: string): Promise<{ mail: ParsedMail; source: string }[]>;
  close(): Promise<void>;
}

/** Our own always, and the Postfix of `.ci/postfix` where `DONDOC_TEST_MTA` says that one runs. */
export function mailServers(): { name: string; open(): Promise<MailServer> }[] {
  const { DONDOC_TEST_MTA: url } = process.env;
  const own = { name: 'a scripted mail server', open: openScriptedMta };
  return url ? [own, { name: 'Debian’s Postfix', open: () => postfix(new URL(url)) }] : [own];
}

/** `smtp://127.0.0.1:<port>?mail=<directory>&returns=<port>` */
async function postfix({ port, searchParams }: URL): Promise<MailServer> {
  await usePart('mta');
  const directory = searchParams.get('mail') ?? '';
  return {
    port: Number(port),
    returnsPort: Number(searchParams.get('returns')),
    letters(address) {
      const [local = '', domain = ''] = address.split('@');
      return lettersTo(address, filesIn(join(directory, domain, local.split('+')[0] ?? '', 'new')));
    },
    close: async () => undefined,
  };
}

/** Those of the letters that name the address as their recipient. */
export async function lettersTo(address: string, sources: string[]): ReturnType<MailServer['letters']> {
  const found = await Promise.all(sources.map(async (source) => ({ source, mail: await simpleParser(source) })));
  return found.filter(({ mail }) => [mail.to ?? []].flat().some(({ text }) => text.includes(address)));
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .sort()
      .map((name) => readFileSync(join(directory, name), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
