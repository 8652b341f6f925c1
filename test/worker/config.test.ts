import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../worker/config.ts';
import { StartRefused } from '../../worker/start-refused.ts';
import { runDirectory } from '../harness/services.ts';

const smtp = { SMTP_HOST: 'mail.example.gov.vn', SMTP_FROM: 'Đôn Đốc <dondoc@example.gov.vn>' };

describe('readConfiguration', () => {
  it('an empty environment is the trial on this machine', () => {
    expect(readConfiguration({}, 'trial')).toEqual({
      mode: 'trial',
      data: './du-lieu/thu',
      plans: null,
      host: '127.0.0.1',
      port: 8080,
      url: 'http://127.0.0.1:8080',
      smtp: null,
      databaseUrl: null,
      telegram: null,
      ignored: [],
      env: {},
    });
  });

  it('an empty environment live has its own directory and no mail', () => {
    expect(readConfiguration({}, 'live')).toMatchObject({ mode: 'live', data: './du-lieu/that', smtp: null });
  });

  it('reads every setting', () => {
    const caFile = join(mkdtempSync(join(runDirectory(), 'ca-')), 'ca.pem');
    writeFileSync(caFile, '');
    const env = {
      ...smtp,
      DONDOC_DATA: '/srv/dondoc',
      DONDOC_PLANS: '/srv/plans',
      DONDOC_PORT: '80',
      DONDOC_HOST: '0.0.0.0',
      DONDOC_URL: 'https://dondoc.example.gov.vn/',
      SMTP_PORT: '465',
      SMTP_USER: 'dondoc',
      SMTP_PASSWORD: 'x',
      SMTP_CA_FILE: caFile,
      SMTP_RETURN_ADDRESS: 'tra-lai@dondoc.example.gov.vn',
      SMTP_RETURN_PORT: '2525',
      DATABASE_URL: 'postgres://dondoc@127.0.0.1/dondoc',
      TELEGRAM_BOT_TOKEN: '123456:AAE-x_y',
      TELEGRAM_WEBHOOK_SECRET: 's',
    };
    expect(readConfiguration(env, 'live')).toMatchObject({
      data: '/srv/dondoc',
      plans: '/srv/plans',
      port: 80,
      url: 'https://dondoc.example.gov.vn',
      smtp: {
        host: 'mail.example.gov.vn',
        port: 465,
        auth: { user: 'dondoc', password: 'x' },
        from: smtp.SMTP_FROM,
        caFile,
        returnAddress: 'tra-lai@dondoc.example.gov.vn',
        returns: { host: '127.0.0.1', port: 2525 },
      },
      databaseUrl: 'postgres://dondoc@127.0.0.1/dondoc',
      telegram: { token: '123456:AAE-x_y', apiRoot: 'https://api.telegram.org', webhookSecret: 's' },
    });
  });

  it('an empty value counts as not set', () => {
    expect(readConfiguration({ SMTP_HOST: '', DONDOC_PORT: ' ' }, 'trial').port).toBe(8080);
  });

  it('the trial sends nothing out, whatever the environment says, and says so', () => {
    expect(readConfiguration(smtp, 'trial')).toMatchObject({ smtp: null, ignored: ['SMTP_HOST'] });
  });

  it.each([
    {
      label: 'a cluster and a program together: the order decides',
      env: { TEMPORAL_ADDRESS: 'a.example:7233', TEMPORAL_CLI_PATH: '/x' },
    },
    { label: 'a page on loopback over http', env: { DONDOC_URL: 'http://localhost:9000' } },
    { label: 'names of tests', env: { DONDOC_TEST_DATABASE_URL: 'postgres://x/y' } },
  ])('accepts $label', ({ env }) => {
    expect(readConfiguration(env, 'live').env).toEqual(env);
  });

  it.each([
    {
      label: 'a port that is no number',
      env: { DONDOC_PORT: 'tám nghìn' },
      says: 'DONDOC_PORT=tám nghìn không phải số cổng',
    },
    { label: 'a port beyond the last', env: { SMTP_PORT: '65536', ...smtp }, says: 'SMTP_PORT=65536' },
    { label: 'a mail host without a sender', env: { SMTP_HOST: 'a' }, says: 'SMTP_HOST có đặt mà SMTP_FROM thì không' },
    {
      label: 'a sender without a mail host',
      env: { SMTP_FROM: 'a@b' },
      says: 'SMTP_FROM có đặt mà SMTP_HOST thì không',
    },
    { label: 'a sender without an address', env: { SMTP_HOST: 'a', SMTP_FROM: 'Đôn Đốc' }, says: 'SMTP_FROM=Đôn Đốc' },
    { label: 'a mail user without a password', env: { ...smtp, SMTP_USER: 'a' }, says: 'SMTP_PASSWORD' },
    { label: 'a certificate that is not there', env: { ...smtp, SMTP_CA_FILE: '/no/ca.pem' }, says: '/no/ca.pem' },
    {
      label: 'a place for returned letters without their address',
      env: { ...smtp, SMTP_RETURN_PORT: '25' },
      says: 'SMTP_RETURN_ADDRESS',
    },
    { label: 'another kind of database', env: { DATABASE_URL: 'mysql://x' }, says: 'DATABASE_URL=mysql://x' },
    {
      label: 'a cluster without a port',
      env: { TEMPORAL_ADDRESS: 'cum.example' },
      says: 'TEMPORAL_ADDRESS=cum.example',
    },
    { label: 'a secret without a bot', env: { TELEGRAM_WEBHOOK_SECRET: 'a' }, says: 'TELEGRAM_BOT_TOKEN' },
    { label: 'an open page without an address', env: { DONDOC_HOST: '0.0.0.0' }, says: 'DONDOC_URL' },
    {
      label: 'a public address without encryption',
      env: { DONDOC_URL: 'http://dondoc.example.gov.vn' },
      says: 'https',
    },
    { label: 'an address with a path', env: { DONDOC_URL: 'https://example.gov.vn/dondoc' }, says: 'bỏ phần sau' },
    {
      label: 'a name of ours that does not exist',
      env: { DONDOC_PROT: '80' },
      says: 'DONDOC_PROT không phải biến cấu hình',
    },
  ])('refuses $label', ({ env, says }) => {
    expect(() => readConfiguration(env, 'live')).toThrow(StartRefused);
    expect(() => readConfiguration(env, 'live')).toThrow(says);
  });

  it('an unknown mode is refused', () => {
    expect(() => readConfiguration({}, 'demo')).toThrow('Chế độ “demo” không có');
  });

  it('names every problem at once', () => {
    const refusal = (): unknown => readConfiguration({ DONDOC_PORT: 'x', SMTP_FROM: 'a@b', DATABASE_URL: 'x' }, 'live');
    for (const name of ['DONDOC_PORT', 'DATABASE_URL']) expect(refusal).toThrow(name);
  });
});
