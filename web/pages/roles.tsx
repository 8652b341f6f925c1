import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  GIVE_BACK,
  TAKEN,
  TURN_OFF,
  TURN_ON,
  UNDERSTUDIES_RULE,
  UNDERSTUDIES_TITLE,
  understudiesState,
} from '../../wording/understudies.ts';
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

/** Whether those whom nobody plays answer for themselves, and who is played. */
export interface UnderstudiesFact {
  on: boolean;
  /** Person ids. */
  taken: string[];
  mayTurn: boolean;
}

export function RolesPage(view: RolesView, link: NewLink | null, understudies: UnderstudiesFact | null): JSX.Element {
  const isTaken = (person: string): boolean => understudies?.taken.includes(person) ?? false;
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
      {understudies === null ? null : <UnderstudiesCard {...understudies} />}
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
                  {isTaken(person.person) ? <small>{TAKEN}</small> : null}
                </>,
                person.agency,
                person.now.state === null ? (
                  person.now.words
                ) : (
                  <StateTag state={person.now.state} word={person.now.words} />
                ),
                <div class="role-acts">
                  <form method="post" action="/vai-chay-thu">
                    <Hidden name="nguoi" value={person.person} />
                    <button class="button" type="submit">
                      Lấy liên kết<span class="sr"> cho {person.name}</span>
                    </button>
                  </form>
                  {understudies?.on && isTaken(person.person) ? (
                    <form method="post" action="/vai-chay-thu/tra-vai">
                      <Hidden name="nguoi" value={person.person} />
                      <button class="button" type="submit">
                        {GIVE_BACK}
                        <span class="sr"> của {person.name}</span>
                      </button>
                    </form>
                  ) : null}
                </div>,
              ],
            })),
          }))}
        />
      </section>
    </>
  );
}

function UnderstudiesCard({ on, mayTurn }: UnderstudiesFact): JSX.Element {
  return (
    <section class="card">
      <header>
        <h2>{UNDERSTUDIES_TITLE}</h2>
      </header>
      <div class="body">
        <p>
          {understudiesState(on)} {UNDERSTUDIES_RULE}
        </p>
        {mayTurn ? (
          <form method="post" action="/vai-chay-thu/tu-tra-loi">
            <Hidden name="bat" value={on ? '' : '1'} />
            <button class={on ? 'button' : 'button primary'} type="submit">
              {on ? TURN_OFF : TURN_ON}
              <span class="sr"> {UNDERSTUDIES_TITLE.toLowerCase()}</span>
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );
}
