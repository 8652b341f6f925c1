import type { JSX } from 'hono/jsx/jsx-runtime';
import { DataTable } from '../components/data-table.tsx';
import { Hidden } from '../components/field.tsx';
import { Mark } from '../components/mark.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';

export interface RolePerson {
  person: string;
  name: string;
  title: string;
  agency: string;
  /** What he has on his desk: a state with its own word, or plain words. */
  now: { state: StateFact | null; words: string };
}

/** The fictitious people of the trial. */
export interface RolesView {
  groups: { title: string; people: RolePerson[] }[];
}

/** A link just made; shown once, on the answer to the POST, and stored nowhere. */
export interface NewLink {
  name: string;
  href: string;
  /** Time and day: "08:00 ngày …". */
  until: string;
}

export function RolesPage(view: RolesView, link: NewLink | null): JSX.Element {
  return (
    <>
      <h1>Các vai chạy thử</h1>
      <p class="lead large">
        Mỗi vai có liên kết dùng một lần thật, như khi vận hành. Mở trong cửa sổ ẩn danh để giữ nhiều vai cùng lúc.
        Trang này không có khi vận hành thật. Tất cả người dưới đây đều giả định.
      </p>
      {link === null ? null : (
        <div class="box new-link" role="status">
          <p>
            <label for="lien-ket">
              <Mark name="tick" />{' '}
              <strong>
                Liên kết cho {link.name}, dùng một lần đến {link.until}:
              </strong>
            </label>
          </p>
          <p class="link-line">
            <input type="text" class="mono" id="lien-ket" readonly value={link.href} />
            <a class="button primary" href={link.href}>
              Mở
            </a>
          </p>
        </div>
      )}
      <section class="card">
        <DataTable
          caption="Các vai chạy thử"
          columns={[
            { head: 'Người và vai' },
            { head: 'Cơ quan' },
            { head: 'Đang có', label: null },
            { head: 'Vào', label: null, action: true },
          ]}
          groups={view.groups.map((group) => ({
            title: group.title,
            rows: group.people.map((person) => ({
              cells: [
                <>
                  <strong>{person.name}</strong>
                  <small>{person.title}</small>
                </>,
                person.agency,
                person.now.state === null ? (
                  person.now.words
                ) : (
                  <StateTag state={person.now.state} word={person.now.words} />
                ),
                <form method="post" action="/vai-chay-thu">
                  <Hidden name="nguoi" value={person.person} />
                  <button class="button" type="submit">
                    Lấy liên kết<span class="sr"> cho {person.name}</span>
                  </button>
                </form>,
              ],
            })),
          }))}
        />
      </section>
    </>
  );
}
