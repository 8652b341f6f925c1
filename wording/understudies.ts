export const UNDERSTUDIES_TITLE = 'Các đơn vị khác tự trả lời';

/** What the switch stands at, for those who may and may not turn it. */
export function understudiesState(on: boolean): string {
  return on
    ? 'Đang bật: khi đồng hồ đi tiếp, các vai chưa có người giữ tự báo cáo, xác nhận, duyệt và cho ý kiến; có cơ quan đúng hạn, có cơ quan trễ, xin gia hạn, báo khó khăn hoặc im lặng.'
    : 'Đang tắt: mọi việc đều chờ người giữ vai.';
}

export const UNDERSTUDIES_RULE =
  'Vai nào đã có người vào bằng liên kết thì việc của vai đó chờ người ấy, đến khi người ấy thoát hoặc vai được trả.';
export const TURN_ON = 'Bật';
export const TURN_OFF = 'Tắt';
export const TAKEN = 'có người giữ vai';
export const GIVE_BACK = 'Trả vai';

export function understudiesTurned(on: boolean): string {
  return on
    ? 'Từ nay các vai chưa có người giữ tự trả lời khi đồng hồ đi tiếp.'
    : 'Từ nay không vai nào tự trả lời. Những gì đã trả lời vẫn giữ nguyên.';
}

export function roleGivenBack(name: string): string {
  return `Từ nay vai của ${name} tự trả lời khi đồng hồ đi tiếp.`;
}

/** Stands after the name of somebody who was not played by anybody. */
export const ANSWERED_BY_ITSELF = '(vai tự trả lời)';
