import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createShutdown, type Shutdown, type StopEvent, type StopStep, stopOnSignals } from '../../worker/shutdown.ts';

function shutdownWith(deadlineMs = 30_000): { shutdown: Shutdown; events: StopEvent[] } {
  const events: StopEvent[] = [];
  return { shutdown: createShutdown({ report: (event) => events.push(event), deadlineMs }), events };
}

describe('createShutdown', () => {
  it('stops web, bot, worker, mail, database, server, directory, however they were registered', async () => {
    const { shutdown } = shutdownWith();
    const stopped: string[] = [];
    const parts: StopStep[] = ['directory', 'server', 'database', 'web', 'mail', 'worker', 'bot'];
    for (const part of parts) shutdown.add(part, async () => void stopped.push(part));
    expect(await shutdown.run()).toBe(true);
    expect(stopped).toEqual(['web', 'bot', 'worker', 'mail', 'database', 'server', 'directory']);
  });

  it('a part that fails or hangs does not keep the server from its turn', async () => {
    const { shutdown, events } = shutdownWith(2_500);
    const server = vi.fn(async () => undefined);
    shutdown.add('web', async () => {
      throw new Error('hỏng');
    });
    shutdown.add('worker', () => new Promise<never>(() => undefined));
    shutdown.add('server', server);
    expect(await shutdown.run()).toBe(false);
    expect(server).toHaveBeenCalledOnce();
    expect(events).toMatchObject([
      { kind: 'begun' },
      { step: 'web', outcome: 'failed', why: 'hỏng' },
      { step: 'worker', outcome: 'tooSlow' },
      { step: 'server', outcome: 'stopped' },
      { kind: 'ended' },
    ]);
  });

  it('runs once', async () => {
    const { shutdown } = shutdownWith();
    const stop = vi.fn(async () => undefined);
    shutdown.add('web', stop);
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('stopOnSignals', () => {
  it('one key press that arrives twice is an ordered end, a second press ends at once', async () => {
    const { shutdown, events } = shutdownWith();
    const source = new EventEmitter();
    const exit = vi.fn();
    let free: () => void = () => undefined;
    shutdown.add(
      'worker',
      () =>
        new Promise((done) => {
          free = done;
        }),
    );
    stopOnSignals({ shutdown, report: (event) => events.push(event), exit, source });
    source.emit('SIGINT');
    source.emit('SIGINT');
    expect(exit).not.toHaveBeenCalled();
    await new Promise((tick) => setTimeout(tick, 1_100));
    source.emit('SIGINT');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
    free();
    await vi.waitFor(() => expect(exit).toHaveBeenLastCalledWith(0));
  });
});
