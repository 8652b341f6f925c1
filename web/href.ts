/** Addresses of the pages. Keys and round ids keep their slashes; every part between them is encoded. */
function path(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}

export function hrefPlan(plan: string, year?: number): string {
  return `/ke-hoach/${encodeURIComponent(plan)}${year === undefined ? '' : `?nam=${year}`}`;
}

export function hrefRequest(plan: string): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/yeu-cau`;
}

export function hrefTrigger(plan: string, measure: string): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/kich-hoat?nhiem-vu=${encodeURIComponent(measure)}`;
}

export function hrefAssign(plan: string, measure: string): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/chi-dinh?nhiem-vu=${encodeURIComponent(measure)}`;
}

export function hrefConclusion(plan: string, review: string): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/ket-luan?lan=${encodeURIComponent(review)}`;
}

export function hrefMoney(plan: string, year: number): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/kinh-phi?nam=${year}`;
}

export function hrefTargets(plan: string, year?: number): string {
  return `/ke-hoach/${encodeURIComponent(plan)}/chi-tieu${year === undefined ? '' : `?nam=${year}`}`;
}

export function hrefImported(plan: string): string {
  return `/truoc-ngay-bat-dau/${encodeURIComponent(plan)}`;
}

export function hrefRound(round: string): string {
  return `/ky/${path(round)}`;
}

export function hrefObligation(key: string, action?: string): string {
  return `/nghia-vu/${path(key)}${action === undefined ? '' : `?viec=${action}#viec`}`;
}

/** Slug of the act. */
export const ASK_PARTS = 'xin-phan-phoi-hop';

/** The form in which a lead asks for parts of one measure. */
export function hrefAskParts(key: string, measure: string): string {
  return `${hrefObligation(key)}?viec=${ASK_PARTS}&nhiem-vu=${encodeURIComponent(measure)}#viec`;
}

export function hrefObstacle(id: string): string {
  return `/kho-khan/${path(id)}`;
}

export function hrefOpinion(key: string): string {
  return `/xin-y-kien/${path(key)}`;
}

export function hrefPerson(person: string): string {
  return `/danh-ba/${encodeURIComponent(person)}`;
}

export function hrefLetter(id: string): string {
  return `/hop-thu/${path(id)}`;
}

export function hrefReceipt(number: string): string {
  return `/bien-nhan/${encodeURIComponent(number)}`;
}

/** A way back inside the site, or `/`: never another site's address. */
export function safeReturn(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';
}
