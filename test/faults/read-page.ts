const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The words of a piece of a page, without its marks. */
export function readable(html: string): string {
  return plain(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The hidden fields of each form of a page. */
export function formsOf(page: string): Record<string, string>[] {
  return page
    .split('<form')
    .slice(1)
    .map((rest) => {
      const [form = ''] = rest.split('</form>');
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
      return Object.fromEntries(hidden.map(([, name = '', value = '']) => [plain(name), plain(value)]));
    });
}

/** Where the chat stands: its open question, how far it has come, and the numbers of the answers by their labels. */
export function chatForm(page: string): {
  question: Record<string, string>;
  turn: string;
  options: Map<string, string>;
} {
  const { cau, luot = '' } = formsOf(page).find((fields) => 'luot' in fields) ?? {};
  const buttons = [...page.matchAll(/name="chu" value="(\d+)">(.*?)<\/button>/gs)];
  const options = buttons.map(([, number = '', label = '']): [string, string] => [
    readable(label).replace(/^\d+ /, ''),
    number,
  ]);
  return { question: cau === undefined ? {} : { cau }, turn: luot, options: new Map(options) };
}
