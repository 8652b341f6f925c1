/**
 * A printed mark as it is read aloud: a dash or a plus counts lines, "?" is a mark on a lost page.
 * Examples: IV.2.đ → mục IV.2 điểm đ; IV.1.-3 → mục IV.1, gạch đầu dòng thứ 3; II.2.a.-2.+4 → mục II.2 điểm a, gạch đầu
 * dòng thứ 2, dấu cộng thứ 4; "Điều 2" stays as it is.
 */
export function clauseText(clause: string): string {
  if (/^Điều /.test(clause)) return clause;
  const marks = clause.split('.');
  const first = marks.findIndex((mark, index) => index > 0 && lineWords(mark) !== null);
  const numbers = first === -1 ? marks : marks.slice(0, first);
  const lines = first === -1 ? [] : marks.slice(first).map((mark) => lineWords(mark) ?? `, mục ${mark}`);
  return `mục ${numbers.join('.')}${lines.join('')}`;
}

/**
 * A measure in a sentence, by its number where it has one, else by its place.
 * Examples: 2.1 → nhiệm vụ 2.1; II.3.-1 → nhiệm vụ ở mục II.3, gạch đầu dòng thứ 1.
 */
export function measureText(no: string): string {
  return /\.(?:[-+]\d+|\?)/.test(no) ? `nhiệm vụ ở ${clauseText(no)}` : `nhiệm vụ ${no}`;
}

function lineWords(mark: string): string | null {
  const counted = /^([-+])(\d+)$/.exec(mark);
  if (counted) return `, ${counted[1] === '-' ? 'gạch đầu dòng' : 'dấu cộng'} thứ ${counted[2]}`;
  if (mark === '?') return ', mốc ở trang bị mất';
  return /^\p{Ll}$/u.test(mark) ? ` điểm ${mark}` : null;
}
