import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Intake } from './intake.ts';

/** Answers a call of the provider; mounted by the web application at {@link WEBHOOK_PATH}. */
export type WebhookHandler = (request: Request) => Promise<Response>;

const HEADER = 'x-telegram-bot-api-secret-token';

/** An update is a few kilobytes. */
const LONGEST_BODY = 256 * 1024;

/**
 * 200 once the update is kept; the provider repeats anything else. A call without the right secret learns nothing but
 * 401, a body that is no update 400, one that is too long 413.
 */
export function createWebhook(secret: string, intake: Intake, onFault: (error: unknown) => void): WebhookHandler {
  return async (request) => {
    if (request.method !== 'POST') return answer(405);
    if (!same(request.headers.get(HEADER) ?? '', secret)) return answer(401);
    const text = await bodyOf(request);
    if (text === null) return answer(413);
    const update = updateOf(text);
    if (update === null) return answer(400);
    try {
      await intake(update);
      return answer(200);
    } catch (error) {
      onFault(error);
      return answer(500);
    }
  };
}

function answer(status: number): Response {
  return new Response(null, { status });
}

/** Compares in constant time whatever the lengths. */
function same(told: string, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told), hash(secret));
}

async function bodyOf(request: Request): Promise<string | null> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > LONGEST_BODY || request.body === null) return announced > LONGEST_BODY ? null : '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > LONGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function updateOf(text: string): Update | null {
  try {
    const body: unknown = JSON.parse(text);
    const isUpdate =
      typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id);
    return isUpdate ? (body as Update) : null;
  } catch {
    return null;
  }
}
