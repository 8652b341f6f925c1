import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../../wording/format.ts';
import type { WebActor } from '../access.ts';
import { ICON, REFRESH, STYLE } from '../assets.ts';
import type { Outcome } from '../ports.ts';
import { OutcomeBox } from './box.tsx';
import { type NavItem, type NavKey, navOf } from './nav.ts';
import { TrialBar, TrialControls, type TrialFact } from './trial-bar.tsx';

/** What stands around every page. */
export interface FrameView {
  /** The domain's instant: the time of the data on the page. */
  at: Instant;
  trial: TrialFact | null;
  /** Whom to call; null when the directory names nobody. `note` as in "số giả định". */
  helper: { name: string; agency: string; phone: string; note: string | null } | null;
  /** Sentences for everybody, such as that reorganisations are not yet applied. */
  banners: string[];
}

export interface PageProps {
  title: string;
  active?: NavKey;
  /** "letter" = reading width, "narrow" = sign-in. */
  width?: 'full' | 'letter' | 'narrow';
  mainClass?: string;
  body: Child;
}

/** The whole document: trial bar, head, page, foot list, foot; the same HTML on desk, phone and paper. */
export function Layout(props: {
  page: PageProps;
  frame: FrameView;
  actor: WebActor | null;
  flash: Outcome | null;
  /** Path and query of the page, for ways back. */
  here: string;
  /** The same, readable, for the foot of a printed page. */
  printedHere: string;
  /** The count of changes that the page shows; its script is told of later ones. */
  changes: number;
}): JSX.Element {
  const { page, frame, actor, here } = props;
  const items = actor === null ? [] : navOf(actor, frame.trial !== null);
  const width = page.width ?? 'full';
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} · Đôn Đốc${frame.trial === null ? '' : ' (chạy thử)'}`}</title>
        <link rel="stylesheet" href={STYLE.href} />
        <link rel="icon" type="image/svg+xml" href={ICON.href} />
        {actor === null ? null : <script src={REFRESH.href} data-tu={String(props.changes)} defer />}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Đến nội dung
        </a>
        {frame.trial === null ? null : <TrialBar trial={frame.trial} here={here} />}
        <Header actor={actor} items={items} active={page.active ?? 'none'} />
        {frame.banners.length === 0 ? null : (
          <section class="banner" aria-label="Thông báo">
            {frame.banners.map((banner) => (
              <p>{banner}</p>
            ))}
          </section>
        )}
        {actor === null ? null : (
          <div class="changed" role="status" id="co-thay-doi" hidden>
            <p>
              Số liệu đã thay đổi từ lúc mở trang. <a href={here}>Tải lại trang</a>
            </p>
          </div>
        )}
        <main
          id="noi-dung"
          class={[width === 'full' ? '' : width, page.mainClass ?? ''].join(' ').trim()}
          tabindex={-1}
        >
          {props.flash === null ? null : <OutcomeBox outcome={props.flash} />}
          {page.body}
          <p class="print-foot">
            In lúc {timeOf(frame.at)} {formatDayWithWeekday(dayOf(frame.at))}
            {actor === null ? '' : ` · ${actor.name}, ${actor.agencyName}`} · số liệu lúc {timeOf(frame.at)} ·{' '}
            {props.printedHere}
          </p>
        </main>
        {actor === null ? null : <FootMenu actor={actor} items={items} trial={frame.trial} here={here} />}
        <Footer frame={frame} />
      </body>
    </html>
  );
}

function Header(props: { actor: WebActor | null; items: NavItem[]; active: NavKey }): JSX.Element {
  const { actor } = props;
  return (
    <header class="site">
      <div class="site-row">
        <a class="brand" href="/">
          <span aria-hidden="true">Đ</span>Đôn Đốc
        </a>
        {actor === null ? null : (
          <>
            <nav class="nav" aria-label="Chính">
              {props.items.map((item) => (
                <a href={item.href} aria-current={item.key === props.active ? 'page' : undefined}>
                  {item.label}
                </a>
              ))}
            </nav>
            <a class="button menu-link" href="#muc-luc">
              Mục lục
            </a>
            <div class="who">
              <span>
                <strong>{actor.name}</strong>
                {actor.title}, {actor.agencyName}
              </span>
              <form method="post" action="/thoat">
                <button class="link-button" type="submit">
                  Thoát
                </button>
              </form>
            </div>
          </>
        )}
      </div>
    </header>
  );
}

function FootMenu(props: { actor: WebActor; items: NavItem[]; trial: TrialFact | null; here: string }): JSX.Element {
  return (
    <nav class="foot-menu" id="muc-luc" aria-label="Mục lục">
      {props.trial?.controls ? (
        <section class="foot-trial" id="chuyen-ngay" aria-label="Chuyển ngày chạy thử">
          <h2>Chuyển ngày</h2>
          <TrialControls trial={props.trial} here={props.here} id="den-ngay-cuoi-trang" />
        </section>
      ) : null}
      <h2>Mục lục</h2>
      <ul>
        {props.items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        <li>
          <form method="post" action="/thoat">
            <button class="link-button" type="submit">
              Thoát
            </button>
          </form>
        </li>
      </ul>
      <p class="who-phone">
        {props.actor.name}, {props.actor.title}, {props.actor.agencyName}
      </p>
    </nav>
  );
}

function Footer({ frame }: { frame: FrameView }): JSX.Element {
  return (
    <footer class="site-foot">
      {frame.helper === null ? null : (
        <span>
          Cần người giúp: <strong>{frame.helper.name}</strong>, {frame.helper.agency}, {frame.helper.phone}
          {frame.helper.note === null ? '' : ` (${frame.helper.note})`}
        </span>
      )}
      <a href="/tro-giup">Trợ giúp</a>
      <a href="/trang-thai">Trạng thái hệ thống</a>
    </footer>
  );
}

/** The document as text, with its doctype. */
export function renderDocument(props: Parameters<typeof Layout>[0]): ReturnType<typeof html> {
  return html`<!doctype html>${Layout(props)}`;
}
