import type { Hono } from 'hono';
import { may } from '../access.ts';
import type { ActPanelProps } from '../components/act-form.tsx';
import type { FieldSpec } from '../forms/act.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefPerson } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { CalendarPage, type CalendarView } from '../pages/calendar.tsx';
import { AddressPage, type AddressView, DirectoryPage } from '../pages/directory.tsx';
import type { WebDeps } from '../ports.ts';

/** Directory and calendar. */
export function officeRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/danh-ba', async (c) => {
    const actor = signedIn(c);
    const view = await deps.views.directory(actor);
    const body = DirectoryPage(view, { mayEdit: (person) => may(actor, 'editAddress', person.subject) });
    return showPage(c, deps, { title: 'Danh bạ', active: 'directory', body });
  });
  app.get('/danh-ba/:person', async (c) => addressPage(c, deps, {}));
  app.post('/danh-ba/:person', async (c) => addressPage(c, deps, await formOf(c)));
  app.get('/lich', async (c) => calendarPage(c, deps, c.req.query()));
  app.post('/lich', async (c) => calendarPage(c, deps, await formOf(c)));
}

function addressFields(view: AddressView): FieldSpec[] {
  return [
    { name: 'thu', label: 'Thư điện tử', kind: 'line', initial: view.email ?? '' },
    { name: 'dien-thoai', label: 'Điện thoại', kind: 'line', optional: true, initial: view.phone ?? '' },
  ];
}

async function addressPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.address(actor, c.req.param('person') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'editAddress', view.subject);
  if (refused !== null) return refused;
  const fields = addressFields(view);
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields,
    typed,
    commands: (read) => [
      { do: 'changeAddress', person: view.person, email: read.text('thu'), phone: read.text('dien-thoai') },
    ],
    next: '/danh-ba',
    show: (form, preview, status) => {
      const act: ActPanelProps = {
        title: 'Sửa địa chỉ',
        verb: 'Ghi địa chỉ',
        action: hrefPerson(view.person),
        hidden: {},
        fields,
        form,
        preview,
        cancelHref: '/danh-ba',
      };
      const body = AddressPage(view, act);
      return showPage(
        c,
        deps,
        { title: `Địa chỉ của ${view.name}`, active: 'directory', width: 'letter', body },
        status,
      );
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

const ANNOUNCE: FieldSpec[] = [
  { name: 'ngay', label: 'Ngày', kind: 'day' },
  {
    name: 'loai',
    label: 'Ngày này',
    kind: 'choice',
    options: [
      { value: 'nghi', label: 'Nghỉ' },
      { value: 'lam', label: 'Làm bù' },
    ],
  },
  { name: 'vi-sao', label: 'Vì sao', kind: 'line', hint: 'Ví dụ: nghỉ Tết Nguyên đán' },
  { name: 'can-cu', label: 'Văn bản công bố', kind: 'line', hint: 'Số và ngày của thông báo' },
];

async function calendarPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const asked = Number(typed.nam);
  const view = await deps.views.calendar(actor, Number.isInteger(asked) && asked > 0 ? asked : null);
  if (typed.viec !== 'cong-bo') return showCalendar(c, deps, view, null, 200);
  const refused = await unlessMay(c, deps, actor, 'announceDay');
  if (refused !== null) return refused;
  const here = `/lich?nam=${view.year}`;
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields: ANNOUNCE,
    typed,
    commands: (read) => [
      {
        do: 'announceDay',
        day: read.day('ngay'),
        working: read.text('loai') === 'lam',
        why: read.text('vi-sao'),
        basis: read.text('can-cu'),
      },
    ],
    next: here,
    show: (form, preview, status) =>
      showCalendar(
        c,
        deps,
        view,
        {
          title: 'Ghi thông báo nghỉ hoặc làm bù',
          verb: 'Ghi vào lịch',
          action: '/lich',
          hidden: { viec: 'cong-bo', nam: String(view.year) },
          fields: ANNOUNCE,
          form,
          preview,
          cancelHref: here,
          intro: <p class="note">Các hạn sẽ dời được hiện ra trước khi ghi.</p>,
        },
        status,
      ),
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function showCalendar(
  c: WebContext,
  deps: WebDeps,
  view: CalendarView,
  act: ActPanelProps | null,
  status: 200 | 409 | 422,
): Promise<Response> {
  const body = CalendarPage(view, { mayAnnounce: may(signedIn(c), 'announceDay'), act });
  return showPage(c, deps, { title: `Lịch làm việc năm ${view.year}`, active: 'calendar', body }, status);
}
