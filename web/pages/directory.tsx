import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Box } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { Mark } from '../components/mark.tsx';
import { hrefPerson } from '../href.ts';

export interface ChannelFact {
  /** "Chat web", "Thư điện tử". */
  channel: string;
  is: 'ok' | 'untried' | 'failed';
  /** "bị trả về ngày 04/11", "chưa mở lần nào". */
  note: string | null;
}

export interface DirectoryPerson {
  person: string;
  subject: Subject;
  name: string;
  /** Posts, "chuyên viên đầu mối". */
  title: string;
  email: string | null;
  phone: string | null;
  channels: ChannelFact[];
  standIn: { name: string; from: Day; to: Day } | null;
}

/** Agencies, posts and persons, as far as this reader may know them. */
export interface DirectoryView {
  agencies: { id: string; name: string; people: DirectoryPerson[]; vacancies: string[] }[];
}

export interface AddressView {
  person: string;
  subject: Subject;
  name: string;
  title: string;
  agency: string;
  email: string | null;
  phone: string | null;
}

export function DirectoryPage(
  view: DirectoryView,
  options: { mayEdit: (person: DirectoryPerson) => boolean },
): JSX.Element {
  const vacancies = view.agencies.flatMap((agency) => agency.vacancies.map((post) => `${agency.name}: ${post}`));
  return (
    <>
      <h1>Danh bạ</h1>
      <p class="lead">
        Ai giữ vị trí nào, nhận tin bằng kênh nào. Tin đi theo vị trí; đổi người thì tin theo người mới.
      </p>
      {vacancies.length === 0 ? null : (
        <Box tone="refused">
          <p>
            <strong>Chưa có người:</strong> {vacancies.join('; ')}. Kế hoạch có vị trí trống thì chưa bắt đầu được.
          </p>
        </Box>
      )}
      <Card title={`${view.agencies.length} cơ quan`} flush>
        {view.agencies.length === 0 ? (
          <Empty what="Danh bạ chưa có cơ quan nào." />
        ) : (
          <DataTable
            caption="Người và địa chỉ theo cơ quan"
            columns={[
              { head: 'Người và vị trí' },
              { head: 'Thư điện tử', label: 'Thư' },
              { head: 'Điện thoại' },
              { head: 'Kênh nhận tin', label: null },
              { head: 'Sửa', label: null, action: true },
            ]}
            groups={view.agencies.map((agency) => ({
              title: agency.name,
              rows: agency.people.map((person) => ({
                cells: [
                  <>
                    <strong>{person.name}</strong>
                    <small>{person.title}</small>
                    {person.standIn === null ? null : (
                      <small>
                        thay bởi {person.standIn.name}, {formatDayShort(person.standIn.from)}–
                        {formatDay(person.standIn.to)}
                      </small>
                    )}
                  </>,
                  person.email ?? 'chưa có',
                  person.phone ?? 'chưa có',
                  <ul class="deliveries stacked">
                    {person.channels.map((channel) => (
                      <Channel channel={channel} />
                    ))}
                  </ul>,
                  options.mayEdit(person) ? (
                    <a href={hrefPerson(person.person)}>
                      Sửa địa chỉ<span class="sr"> của {person.name}</span>
                    </a>
                  ) : null,
                ],
              })),
            }))}
          />
        )}
      </Card>
    </>
  );
}

function Channel({ channel }: { channel: ChannelFact }): JSX.Element {
  return (
    <li class={channel.is === 'failed' ? 'failed' : channel.is === 'untried' ? 'queued' : ''}>
      <Mark name={channel.is === 'failed' ? 'struck' : channel.is === 'untried' ? 'ring' : 'tick'} /> {channel.channel}
      {channel.note === null ? '' : `: ${channel.note}`}
    </li>
  );
}

export function AddressPage(view: AddressView, act: ActPanelProps): JSX.Element {
  return (
    <>
      <Breadcrumb parts={[{ label: 'Danh bạ', href: '/danh-ba' }, { label: view.agency }, { label: view.name }]} />
      <h1>Địa chỉ của {view.name}</h1>
      <p class="lead">
        {view.title}, {view.agency}. Tin bị giữ lại vì không tới sẽ đi khi có địa chỉ mới.
      </p>
      <ActPanel {...act} />
    </>
  );
}
