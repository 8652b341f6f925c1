import { readFileSync } from 'node:fs';
import type { SmtpSettings } from '../mail/smtp.ts';
import type { SmtpConfiguration } from './config.ts';

/** The operator's mail server as the sender wants it. */
export function smtpSettings({ host, port, auth, from, returnAddress, caFile }: SmtpConfiguration): SmtpSettings {
  return { host, port, auth, from, returnAddress, ca: caFile === null ? null : readFileSync(caFile, 'utf8') };
}
