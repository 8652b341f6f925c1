/** Why a request that may change something is not taken; null = it is a form of our own. */
export function foreignForm(request: Request): 'foreignForm' | 'notAForm' | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data' && type !== '') return 'notAForm';
  // Browsers tell the truth here, also where no-referrer turns Origin into "null".
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none' ? null : 'foreignForm';
  // A client that sends neither header is no browser, so no other site can have made it act.
  const origin = request.headers.get('origin');
  if (origin === null) return null;
  return origin.replace(/^https?:\/\//, '') === request.headers.get('host') ? null : 'foreignForm';
}
