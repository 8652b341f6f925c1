import type { Act } from '../../../client/act.ts';
import type { Actor } from '../../../domain/engine/message.ts';
import type { Answer } from '../../../domain/form/form.ts';
import { obligationForm } from '../../../domain/form/obligation-form.ts';
import { isLive } from '../../../web/views/desk.ts';
import { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';

export const KH54 = 'brvt-kh54-2022';
export const KH57 = 'brvt-kh57-2022';
export const ROUND54 = `round/brvt/${KH54}/2024/IV.2.đ/2024`;
export const ROUND57 = `round/brvt/${KH57}/2024/IV.2.-2/2024`;
export const TOURISM57 = `${KH57}/2024/IV.2.-2/2024/so-dl`;
export const TOURISM54 = `${KH54}/2024/IV.2.đ/2024/so-dl`;
export const HEALTH57 = `${KH57}/2024/IV.2.-2/2024/so-yt`;
export const BUILDING54 = `${KH54}/2024/IV.2.đ/2024/so-xd`;
export const EDUCATION54 = `${KH54}/2024/IV.2.đ/2024/so-gddt`;
export const TRANSPORT57 = `${KH57}/2024/IV.2.-2/2024/so-gtvt`;

/** Sends a report: every measure done, the first figure as told. */
export async function report(house: MachineHouse, by: Actor, obligation: string, figure: number): Promise<void> {
  const row = (await house.reader.obligations({ keys: [obligation] })).find(isLive);
  const plan = house.plans.find(({ id }) => id === row?.plan);
  if (row === undefined || plan === undefined) throw new Error(`no obligation ${obligation}`);
  const form = obligationForm(plan, row, row.state.asks);
  const first = form.fields.find(({ kind }) => kind === 'figure');
  const answers = form.fields.flatMap((field): Answer[] => {
    if (field.about.measure === '2.2' && field.kind === 'measureStatus') {
      return [{ field: field.id, value: { kind: 'status', status: 'hindered' }, remark: 'Thiếu giảng viên' }];
    }
    if (field.kind === 'measureStatus') return [{ field: field.id, value: { kind: 'status', status: 'done' } }];
    if (field.id !== first?.id) return [];
    return [{ field: field.id, value: { kind: 'figure', value: figure, unit: field.unit ?? '' } }];
  });
  const act: Act = {
    do: 'submit',
    obligation,
    form: { id: form.id, version: form.version },
    answers,
    measures: {},
    source: 'chat',
    actedOn: null,
    letter: null,
    text: '',
  };
  await done(house, by, act);
}

export async function done(house: MachineHouse, by: Actor, act: Act): Promise<void> {
  const outcome = await house.act(by, act);
  if (outcome.kind !== 'done') throw new Error(`${act.do}: ${JSON.stringify(outcome)}`);
}

/** The morning of Thursday 07/11/2024, 08:00, as the machines decide it after what these people did. */
export async function referenceMorning(): Promise<MachineHouse> {
  const house = await MachineHouse.open();
  house.refusing.add('m.vannhap@so-ldtbxh.example');
  house.refusing.add('d.vandientap@so-ldtbxh.example');
  await enterChat(house, ['p01', 'p05', 'p06', 'p07', 'p08', 'p09', 'p31']);
  await house.to('2024-10-30', '15:12');
  await report(house, people.HEALTH, HEALTH57, 1250);
  await house.to('2024-10-30', '16:40');
  await done(house, people.HEALTH_HEAD, { do: 'confirm', obligation: HEALTH57 });
  await house.to('2024-11-01', '09:00');
  await report(house, people.TRANSPORT_HEAD, TRANSPORT57, 20);
  await done(house, people.EDUCATION, {
    do: 'requestExtension',
    obligation: EDUCATION54,
    to: '2024-11-08',
    text: 'chờ số liệu các trường',
  });
  await house.to('2024-11-04', '10:00');
  await done(house, people.COORDINATOR, { do: 'extend', obligation: EDUCATION54, to: '2024-11-08', text: 'đồng ý' });
  await house.to('2024-11-05', '09:20');
  await done(house, people.COORDINATOR, {
    do: 'return',
    obligation: HEALTH57,
    text: 'Số lượt đào tạo 1.250 gấp hơn mười lần năm trước',
  });
  await house.to('2024-11-05', '15:05');
  await done(house, people.HEALTH, {
    do: 'raiseObstacle',
    plan: null,
    obligation: HEALTH57,
    measure: '2.1',
    text: 'Chưa rõ mức chi tập huấn',
  });
  await house.to('2024-11-06', '16:00');
  await done(house, people.BUILDING, {
    do: 'requestExtension',
    obligation: BUILDING54,
    to: '2024-11-12',
    text: 'đợi số liệu của các chủ đầu tư',
  });
  await house.to('2024-11-07');
  return house;
}

/** These people have opened the web chat once. */
export async function enterChat(house: MachineHouse, persons: string[]): Promise<void> {
  await house.database.db
    .updateTable('person')
    .set({ entered_at: house.trial.startsAt })
    .where('id', 'in', persons)
    .execute();
}
