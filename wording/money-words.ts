const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/**
 * A whole amount of đồng as it is read aloud, so that a wrong zero is heard. Zero to 9.007.199.254.740.991.
 * Examples: 1250000000 → một tỷ hai trăm năm mươi triệu đồng; 105000 → một trăm linh năm nghìn đồng.
 */
export function moneyInWords(dong: number): string {
  return `${dong === 0 ? DIGITS[0] : aloud(dong)} đồng`;
}

function aloud(amount: number): string {
  const high = Math.floor(amount / BILLION);
  const low = amount % BILLION;
  if (high === 0) return groups(low, false);
  const head = `${aloud(high)} tỷ`;
  return low === 0 ? head : `${head} ${groups(low, true)}`;
}

/** Below a billion. `inside`: something stands before it, so that a group is read with its hundreds. */
function groups(amount: number, inside: boolean): string {
  const parts: string[] = [];
  for (const [size, word] of [
    [1_000_000, ' triệu'],
    [1000, ' nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(amount / size) % 1000;
    if (group > 0) parts.push(`${hundreds(group, inside || parts.length > 0)}${word}`);
  }
  return parts.join(' ');
}

function hundreds(group: number, inside: boolean): string {
  const hundred = Math.floor(group / 100);
  const rest = group % 100;
  const head = hundred > 0 || inside ? `${DIGITS[hundred]} trăm` : '';
  if (rest === 0) return head;
  const tail = rest < 10 ? `${head === '' ? '' : 'linh '}${DIGITS[rest]}` : tens(rest);
  return head === '' ? tail : `${head} ${tail}`;
}

function tens(rest: number): string {
  const ten = Math.floor(rest / 10);
  const one = rest % 10;
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`;
  if (one === 0) return head;
  if (one === 5) return `${head} lăm`;
  if (one === 1 && ten > 1) return `${head} mốt`;
  return `${head} ${one === 4 && ten > 1 ? 'tư' : DIGITS[one]}`;
}
