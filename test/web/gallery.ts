import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { instantOn } from '../../domain/calendar/instant.ts';
import type { WebActor } from '../../web/access.ts';
import { createWeb } from '../../web/app.ts';
import { issueLink } from '../../web/auth/link-code.ts';
import {
  hrefAskParts,
  hrefAssign,
  hrefConclusion,
  hrefMoney,
  hrefObligation,
  hrefOpinion,
  hrefRequest,
  hrefRound,
  hrefTargets,
  hrefTrigger,
} from '../../web/href.ts';
import { chromiumPath } from '../harness/chromium.ts';
import { type FixtureOptions, fixtureDeps, type Seen, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

/** One page of the gallery: who looks at which address. */
export interface Shot {
  name: string;
  path: string;
  as: WebActor | null;
}

/** Every page of the desk, named as the reference pictures are. */
export const SHOTS: Shot[] = [
  { name: '00-thanh-phan', path: '/thanh-phan', as: f.COORDINATOR },
  { name: '01-hom-nay', path: '/', as: f.COORDINATOR },
  { name: '04-ky-bao-cao', path: hrefRound(f.ROUND_VIEW.round), as: f.COORDINATOR },
  { name: '04-gia-han-nhieu', path: `${hrefRound(f.ROUND_VIEW.round)}?viec=gia-han`, as: f.COORDINATOR },
  { name: '05-mot-nghia-vu', path: hrefObligation(f.OBLIGATION_VIEW.key), as: f.COORDINATOR },
  { name: '05-ghi-ho', path: `${hrefObligation(f.OBLIGATION_VIEW.key)}?viec=ghi-ho`, as: f.COORDINATOR },
  { name: '05-cua-minh', path: hrefObligation(f.OWN_OBLIGATION.key), as: f.FOCAL },
  { name: '05-chon-nhiem-vu', path: hrefObligation(f.OWN_OBLIGATION.key, 'xin-phan-phoi-hop'), as: f.FOCAL },
  { name: '05-xin-phan-phoi-hop', path: hrefAskParts(f.OWN_OBLIGATION.key, 'IV.2'), as: f.FOCAL },
  { name: '06-chat-can-bo', path: '/chat', as: f.FOCAL },
  { name: '06-chat-lanh-dao', path: hrefOpinion(f.OPINION_VIEW.key), as: f.LEADER },
  { name: '06-bien-nhan', path: '/bien-nhan/BN-2024-0203', as: f.FOCAL },
  { name: '07-dang-nhap', path: '/vao/LINK', as: null },
  { name: '07-go-ma', path: '/vao', as: null },
  { name: '07-lien-ket-hong', path: '/vao/2222-2222-2222', as: null },
  { name: '07-vai-chay-thu', path: '/vai-chay-thu', as: f.COORDINATOR },
  { name: '08-hop-thu', path: '/hop-thu/m5', as: f.COORDINATOR },
  { name: '08-hop-thu-danh-sach', path: '/hop-thu', as: f.COORDINATOR },
  { name: '11-ke-hoach', path: '/ke-hoach', as: f.COORDINATOR },
  { name: '11-ke-hoach-nam', path: `/ke-hoach/${f.KH54}?nam=2024`, as: f.COORDINATOR },
  { name: '11-truoc-ngay-bat-dau', path: `/truoc-ngay-bat-dau/${f.KH54}`, as: f.COORDINATOR },
  { name: '11-yeu-cau', path: hrefRequest(f.KH54), as: f.COORDINATOR },
  { name: '11-chi-dinh', path: hrefAssign(f.KH54, '2.1'), as: f.COORDINATOR },
  { name: '11-kich-hoat', path: hrefTrigger(f.KH54, '2.1'), as: f.COORDINATOR },
  { name: '11-ket-luan', path: hrefConclusion(f.KH54, f.CONCLUSION_VIEW.review), as: f.COORDINATOR },
  { name: '11-ket-luan-lanh-dao', path: hrefConclusion(f.KH54, f.CONCLUSION_VIEW.review), as: f.LEADER },
  { name: '11-da-ket-luan', path: hrefConclusion(f.KH54, f.CONCLUDED_VIEW.review), as: f.COORDINATOR },
  { name: '11-chi-tieu', path: hrefTargets(f.KH54, 2024), as: f.COORDINATOR },
  { name: '11-chi-tieu-can-cu', path: `${hrefTargets(f.KH54, 2024)}&viec=can-cu&chi-tieu=a.2`, as: f.COORDINATOR },
  { name: '11-chi-tieu-trung', path: `${hrefTargets(f.KH54, 2024)}&viec=trung&chi-tieu=a.1`, as: f.COORDINATOR },
  {
    name: '11-chi-tieu-cong-rieng',
    path: `${hrefTargets(f.KH54, 2024)}&viec=cong-rieng&chi-tieu=a.1`,
    as: f.COORDINATOR,
  },
  { name: '11-kinh-phi', path: hrefMoney(f.KH54, 2025), as: f.COORDINATOR },
  { name: '11-kinh-phi-ghi', path: `${hrefMoney(f.KH54, 2025)}&viec=phan-bo`, as: f.COORDINATOR },
  { name: '12-kho-khan', path: '/kho-khan', as: f.COORDINATOR },
  { name: '12-mot-kho-khan', path: '/kho-khan/brvt/kk-07', as: f.COORDINATOR },
  { name: '12-neu-kho-khan', path: '/kho-khan/moi', as: f.FOCAL },
  { name: '13-danh-ba', path: '/danh-ba', as: f.COORDINATOR },
  { name: '13-dia-chi', path: '/danh-ba/p15', as: f.COORDINATOR },
  { name: '14-lich', path: '/lich?nam=2024&viec=cong-bo', as: f.COORDINATOR },
  { name: '15-trang-thai', path: '/trang-thai', as: f.COORDINATOR },
  { name: '16-tro-giup', path: '/tro-giup', as: f.FOCAL },
  { name: '17-moc-ke-tiep', path: '/moc-ke-tiep', as: f.COORDINATOR },
  { name: '18-tu-choi', path: hrefObligation(f.OBLIGATION_VIEW.key), as: f.FOCAL },
  { name: '18-khong-thay', path: '/khong-co', as: f.FOCAL },
];

export const WIDTHS = [1400, 360] as const;

/** The real routes on a loopback port, over the reference morning. */
export class Gallery {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly origin: string,
    readonly seen: Seen,
    private readonly link: string,
  ) {}

  static async open(options: FixtureOptions = {}): Promise<Gallery> {
    const { deps, seen } = fixtureDeps({ now: () => instantOn(f.TODAY, '08:00'), ...options });
    const issued = await issueLink(deps.links, f.FOCAL.person, 'từ trang Các vai chạy thử', deps.now());
    const server = serve({ fetch: createWeb(deps).fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', resolve)));
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launch({
      executablePath: await chromiumPath(),
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    return new Gallery(server, browser, `http://127.0.0.1:${port}`, seen, issued.code);
  }

  /** A browser window in which this person is signed in. */
  async window(
    actor: WebActor | null,
    width: number,
    more: Parameters<Browser['newContext']>[0] = {},
  ): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN', ...more });
    if (actor !== null) {
      const [name = '', value = ''] = sessionOf(actor, this.seen, instantOn(f.TODAY, '08:00')).split('=');
      await context.addCookies([{ name, value, url: this.origin }]);
    }
    return context;
  }

  address(shot: Shot): string {
    return `${this.origin}${shot.path.replace('LINK', this.link)}`;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
