import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import {
  configurationRefused,
  needsCompanion,
  needsSmtpHost,
  notAnAddress,
  notAPort,
  publicHostNeedsUrl,
  unknownMode,
  unknownVariable,
  unreadableFile,
  urlHasPath,
  urlNeedsHttps,
} from '../wording/operator/configuration.ts';
import { StartRefused } from './start-refused.ts';

/** `trial`: the stepped clock, fictitious people, a captured mailbox. `live`: the wall clock, real people, real mail. */
export type Mode = 'trial' | 'live';

/** Everything that the operator decides, read once from the environment; nothing else reads it. */
export interface Configuration {
  mode: Mode;
  /** `DONDOC_DATA`: the data directory; default `./du-lieu/thu` in the trial, `./du-lieu/that` live. */
  data: string;
  /** `DONDOC_PLANS`: the folder of plans; null for the one of the program. */
  plans: string | null;
  /** `DONDOC_HOST`, default 127.0.0.1, and `DONDOC_PORT`, default 8080. */
  host: string;
  port: number;
  /** `DONDOC_URL`, the address that people use, without a closing slash; default `http://<host>:<port>`. */
  url: string;
  /** `SMTP_…`; null when there is none. The trial has none: its mail never leaves the machine. */
  smtp: SmtpConfiguration | null;
  /** `DATABASE_URL` of a PostgreSQL server; null for the embedded database. */
  databaseUrl: string | null;
  /** `TELEGRAM_…`; null when there is no bot. */
  telegram: TelegramConfiguration | null;
  /** Settings that are there and not used in this mode, by name; the start print says so. */
  ignored: string[];
  /** The environment itself, for those who hand it on: the Temporal SDK's own settings and child processes. */
  env: Record<string, string | undefined>;
}

export interface SmtpConfiguration {
  host: string;
  /** Default 587; 465 is encrypted from the first byte, others by STARTTLS. */
  port: number;
  auth: { user: string; password: string } | null;
  /** The sender, as it stands in the letter's head. */
  from: string;
  /** A file with the certificate that signed the mail server's own, or null for the usual ones. */
  caFile: string | null;
  /** Where letters come back to that cannot be delivered; null = to the sender, and nobody reads them here. */
  returnAddress: string | null;
  /** Where this process takes what the mail server sends on to the return address; null where another does. */
  returns: { host: string; port: number } | null;
}

export interface TelegramConfiguration {
  token: string;
  /** Default https://api.telegram.org. */
  apiRoot: string;
  /** Set when Telegram calls us; null when we ask it. */
  webhookSecret: string | null;
}

const KNOWN = ['DONDOC_DATA', 'DONDOC_PLANS', 'DONDOC_PORT', 'DONDOC_HOST', 'DONDOC_URL', 'DONDOC_CACHE'] as const;
const SMTP_NAMES = ['SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_FROM', 'SMTP_CA_FILE'] as const;
const RETURN_NAMES = ['SMTP_RETURN_ADDRESS', 'SMTP_RETURN_HOST', 'SMTP_RETURN_PORT'] as const;

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

function port(name: string): z.ZodType<number | undefined> {
  return text.transform((value, context) => {
    if (value === undefined) return undefined;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number;
    context.addIssue({ code: 'custom', message: notAPort(name, value) });
    return z.NEVER;
  });
}

function shaped(name: string, shape: RegExp, example: string): z.ZodType<string | undefined> {
  return text.transform((value, context) => {
    if (value === undefined || shape.test(value)) return value;
    context.addIssue({ code: 'custom', message: notAnAddress(name, value, example) });
    return z.NEVER;
  });
}

const environment = z
  .object({
    DONDOC_DATA: text,
    DONDOC_PLANS: text,
    DONDOC_PORT: port('DONDOC_PORT'),
    DONDOC_HOST: text,
    DONDOC_URL: shaped('DONDOC_URL', /^https?:\/\/[^\s]+$/, 'https://dondoc.example.gov.vn'),
    SMTP_HOST: text,
    SMTP_PORT: port('SMTP_PORT'),
    SMTP_USER: text,
    SMTP_PASSWORD: text,
    SMTP_FROM: shaped('SMTP_FROM', /[^\s@<>]+@[^\s@<>]+/, 'Đôn Đốc <dondoc@example.gov.vn>'),
    SMTP_CA_FILE: text,
    SMTP_RETURN_ADDRESS: shaped('SMTP_RETURN_ADDRESS', /^[^\s@<>+]+@[^\s@<>]+$/, 'tra-lai@dondoc.example.gov.vn'),
    SMTP_RETURN_HOST: text,
    SMTP_RETURN_PORT: port('SMTP_RETURN_PORT'),
    DATABASE_URL: shaped('DATABASE_URL', /^postgres(ql)?:\/\/[^\s]+$/, 'postgres://dondoc@127.0.0.1:5432/dondoc'),
    TEMPORAL_ADDRESS: shaped('TEMPORAL_ADDRESS', /^[^\s:/]+:\d+$|^\[[^\s\]]+\]:\d+$/, '127.0.0.1:7233'),
    TELEGRAM_BOT_TOKEN: shaped('TELEGRAM_BOT_TOKEN', /^\d+:[\w-]+$/, '123456789:AAE…'),
    TELEGRAM_API_ROOT: shaped('TELEGRAM_API_ROOT', /^https?:\/\/[^\s]+$/, 'https://api.telegram.org'),
    TELEGRAM_WEBHOOK_SECRET: text,
  })
  .superRefine((set, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (set.SMTP_HOST && !set.SMTP_FROM) refuse(needsCompanion('SMTP_HOST', 'SMTP_FROM'));
    if (!set.SMTP_HOST)
      for (const name of [...SMTP_NAMES, ...RETURN_NAMES]) if (set[name] !== undefined) refuse(needsSmtpHost(name));
    if (set.SMTP_RETURN_PORT && !set.SMTP_RETURN_ADDRESS)
      refuse(needsCompanion('SMTP_RETURN_PORT', 'SMTP_RETURN_ADDRESS'));
    if (set.SMTP_RETURN_HOST && !set.SMTP_RETURN_PORT) refuse(needsCompanion('SMTP_RETURN_HOST', 'SMTP_RETURN_PORT'));
    if (set.SMTP_USER && !set.SMTP_PASSWORD) refuse(needsCompanion('SMTP_USER', 'SMTP_PASSWORD'));
    if (set.SMTP_PASSWORD && !set.SMTP_USER) refuse(needsCompanion('SMTP_PASSWORD', 'SMTP_USER'));
    if (set.SMTP_CA_FILE && !isReadable(set.SMTP_CA_FILE)) refuse(unreadableFile('SMTP_CA_FILE', set.SMTP_CA_FILE));
    if (set.TELEGRAM_WEBHOOK_SECRET && !set.TELEGRAM_BOT_TOKEN)
      refuse(needsCompanion('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN'));
    if (set.DONDOC_HOST && !isLoopback(set.DONDOC_HOST) && !set.DONDOC_URL) refuse(publicHostNeedsUrl(set.DONDOC_HOST));
    if (set.DONDOC_URL) for (const problem of urlProblems(set.DONDOC_URL)) refuse(problem);
  });

type Environment = z.infer<typeof environment>;

/**
 * Reads the environment. An empty value counts as not set.
 *
 * @param mode `trial` or `live`, as the command line says.
 * @throws StartRefused with every problem at once, one a line.
 */
export function readConfiguration(env: Record<string, string | undefined>, mode: string): Configuration {
  if (mode !== 'trial' && mode !== 'live') throw new StartRefused(configurationRefused([unknownMode(mode)]));
  const unknown = Object.keys(env).filter((name) => isOurs(name) && !(KNOWN as readonly string[]).includes(name));
  const parsed = environment.safeParse(env);
  const problems = [
    ...unknown.map((name) => unknownVariable(name, KNOWN)),
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
  ];
  if (!parsed.success || problems.length > 0) throw new StartRefused(configurationRefused(problems));
  return configurationOf(parsed.data, mode, env);
}

function configurationOf(set: Environment, mode: Mode, env: Configuration['env']): Configuration {
  const host = set.DONDOC_HOST ?? '127.0.0.1';
  const webPort = set.DONDOC_PORT ?? 8080;
  const smtp = smtpOf(set);
  return {
    mode,
    data: set.DONDOC_DATA ?? (mode === 'trial' ? './du-lieu/thu' : './du-lieu/that'),
    plans: set.DONDOC_PLANS ?? null,
    host,
    port: webPort,
    url: set.DONDOC_URL ? new URL(set.DONDOC_URL).origin : `http://${isIP(host) === 6 ? `[${host}]` : host}:${webPort}`,
    smtp: mode === 'live' ? smtp : null,
    databaseUrl: set.DATABASE_URL ?? null,
    telegram: set.TELEGRAM_BOT_TOKEN
      ? {
          token: set.TELEGRAM_BOT_TOKEN,
          apiRoot: set.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
          webhookSecret: set.TELEGRAM_WEBHOOK_SECRET ?? null,
        }
      : null,
    ignored: mode === 'trial' && smtp ? ['SMTP_HOST'] : [],
    env,
  };
}

function smtpOf(set: Environment): SmtpConfiguration | null {
  if (!set.SMTP_HOST || !set.SMTP_FROM) return null;
  return {
    host: set.SMTP_HOST,
    port: set.SMTP_PORT ?? 587,
    auth: set.SMTP_USER && set.SMTP_PASSWORD ? { user: set.SMTP_USER, password: set.SMTP_PASSWORD } : null,
    from: set.SMTP_FROM,
    caFile: set.SMTP_CA_FILE ?? null,
    returnAddress: set.SMTP_RETURN_ADDRESS ?? null,
    returns: set.SMTP_RETURN_PORT ? { host: set.SMTP_RETURN_HOST ?? '127.0.0.1', port: set.SMTP_RETURN_PORT } : null,
  };
}

/** A name in our own space; those of the tests are none of the program's business. */
function isOurs(name: string): boolean {
  return name.startsWith('DONDOC_') && !name.startsWith('DONDOC_TEST_');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

function urlProblems(value: string): string[] {
  if (!URL.canParse(value)) return [notAnAddress('DONDOC_URL', value, 'https://dondoc.example.gov.vn')];
  const url = new URL(value);
  return [
    ...(url.protocol === 'http:' && !isLoopback(url.hostname) ? [urlNeedsHttps(value)] : []),
    ...(url.pathname !== '/' || url.search !== '' || url.hash !== '' ? [urlHasPath(value)] : []),
  ];
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
