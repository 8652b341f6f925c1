import type { JSX } from 'hono/jsx/jsx-runtime';
import { formatDay, formatDayShort } from '../../wording/format.ts';
import { Box } from '../components/box.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { DaysUsed } from '../components/days-used.tsx';
import { Empty } from '../components/empty.tsx';
import { ErrorSummary, TextField } from '../components/field.tsx';
import { Ladder, type LadderFact, Rungs } from '../components/ladder.tsx';
import { Mark } from '../components/mark.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { type StateFact, StateTag, stateMark, stateTone, stateWord } from '../components/state-tag.tsx';

/** The states in the order of the sheet. Days and dates of the examples come from the sample. */
export interface SheetSample {
  today: string;
  day: string;
  dayOff: { typed: string; nearest: string };
  message: string[];
}

const STATES: { state: StateFact; word?: string; when: string }[] = [
  { state: { is: 'notDue' }, when: 'chưa mở kỳ hoặc còn trên 5 ngày làm việc' },
  { state: { is: 'due', days: 1 }, word: 'còn n ngày', when: 'còn từ 0 đến 5 ngày làm việc' },
  {
    state: { is: 'overdue', days: 1 },
    word: 'quá n ngày',
    when: 'qua ngày cuối (đã dời qua ngày nghỉ), chưa ghi nhận báo cáo',
  },
  { state: { is: 'draft' }, when: 'đã trả lời, chưa là số liệu chính thức' },
  { state: { is: 'waiting' }, when: 'đã gửi, đồng hồ của người duyệt đang chạy' },
  { state: { is: 'returned' }, when: 'kèm lý do, mở hạn mới' },
  { state: { is: 'extended', to: '' }, word: 'gia hạn đến …', when: 'hạn mới, giữ hạn gốc' },
  { state: { is: 'onTime' }, word: 'đúng hạn / đã duyệt', when: 'gửi trong hạn / đã được chấp nhận' },
  { state: { is: 'late', days: 1 }, word: 'trễ n ngày', when: 'đã gửi sau hạn' },
  { state: { is: 'unreachable' }, when: 'không kênh nào tới; bậc thang giữ lại' },
  { state: { is: 'suspended' }, when: 'đồng hồ đứng, ngày được trả lại khi tiếp tục' },
  { state: { is: 'waived' }, when: 'được miễn kỳ này, kèm lý do' },
  { state: { is: 'locked' }, when: 'kỳ đã khóa, không nhận thêm' },
  { state: { is: 'letter' }, when: 'gửi trước khi dùng, có số công văn' },
  { state: { is: 'noEvidence' }, when: 'trước khi dùng, chưa rõ' },
];

export function ComponentsSheet(sample: SheetSample): JSX.Element {
  return (
    <>
      <h1>Thành phần</h1>
      <div class="halves">
        <div>
          <States />
          <Message sample={sample} />
          <Refusals />
          <Card title="Khi chưa có gì" flush>
            <Empty what="Không có việc nào chờ Ông/Bà.">Mốc kế tiếp: {formatDay(sample.day)}, 08:00.</Empty>
            <Empty what="Không thấy cơ quan nào khớp “so y te”.">
              <a href="/thanh-phan">Xóa lọc</a>
            </Empty>
          </Card>
        </div>
        <div>
          <Cells sample={sample} />
          <Ladders sample={sample} />
          <Bars sample={sample} />
          <Controls sample={sample} />
          <Errors sample={sample} />
        </div>
      </div>
    </>
  );
}

function States(): JSX.Element {
  return (
    <Card title="Tình trạng: dấu, chữ, màu" flush>
      <DataTable
        caption="Tình trạng: dấu, chữ, màu"
        columns={[{ head: 'Màn hình' }, { head: 'In đen trắng', label: null }, { head: 'Khi nào', label: null }]}
        rows={STATES.map((row) => {
          const word = row.word ?? stateWord(row.state);
          return {
            cells: [
              <StateTag state={row.state} word={word} />,
              <StateTag state={row.state} word={word} asPrint />,
              <span class="note-cell">{row.when}</span>,
            ],
          };
        })}
      />
    </Card>
  );
}

function Message({ sample }: { sample: SheetSample }): JSX.Element {
  return (
    <Card title="Thẻ tin: chat không có nút">
      <div class="message">
        {sample.message.map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <p class="note">Thứ tự không đổi: gửi ai, căn cứ, hạn và số ngày còn, trả lời bằng số, gọi ai.</p>
    </Card>
  );
}

function Refusals(): JSX.Element {
  return (
    <Card title="Từ chối, mất kết nối">
      <Box tone="refused">
        <p>
          <strong>Câu này đã đóng.</strong> Cơ quan điều phối đã ghi hộ lúc 10:02: 120 lượt. Không có gì thay đổi.{' '}
          <a href="/thanh-phan">Xem</a>
        </p>
      </Box>
      <Box tone="info">
        <p>
          <strong>Máy chủ công việc chưa trả lời.</strong> Nội dung Ông/Bà vừa gửi đã được giữ lúc 10:05 và sẽ được ghi
          một lần khi có lại; Ông/Bà không cần gửi lại.
        </p>
      </Box>
    </Card>
  );
}

function Cell(props: { state: StateFact; word?: string; fact: string }): JSX.Element {
  return (
    <div class={`cell ${stateTone(props.state)}`}>
      <strong>
        <Mark name={stateMark(props.state)} /> {props.word ?? stateWord(props.state)}
      </strong>
      <span class="fact">{props.fact}</span>
    </div>
  );
}

function Cells({ sample }: { sample: SheetSample }): JSX.Element {
  return (
    <Card title="Ô của bảng cơ quan × kỳ">
      <div class="cells">
        <Cell state={{ is: 'onTime' }} fact={formatDayShort(sample.today)} />
        <Cell state={{ is: 'late', days: 1 }} fact={`${formatDayShort(sample.today)} · chờ duyệt`} />
        <Cell state={{ is: 'waiting' }} fact={formatDayShort(sample.today)} />
        <Cell state={{ is: 'returned' }} fact={`chờ bản 2, ${formatDayShort(sample.day)}`} />
        <Cell state={{ is: 'extended', to: sample.day }} word="gia hạn" fact={`đến ${formatDayShort(sample.day)}`} />
        <Cell state={{ is: 'overdue', days: 5 }} fact="bậc 3" />
        <Cell state={{ is: 'notDue' }} fact="" />
        <Cell state={{ is: 'letter' }} fact={formatDayShort(sample.today)} />
        <Cell state={{ is: 'noEvidence' }} fact="" />
      </div>
    </Card>
  );
}

function Ladders({ sample }: { sample: SheetSample }): JSX.Element {
  const base: LadderFact = {
    rung: 0,
    state: 'unused',
    to: null,
    sentAt: null,
    delivered: null,
    heldSince: null,
    heldWhy: null,
    stoppedBy: null,
    deadline: 1,
  };
  const rows: { ladder: LadderFact; words: string | null }[] = [
    { ladder: base, words: null },
    { ladder: { ...base, rung: 1, state: 'climbing' }, words: 'bậc 1 vừa gửi' },
    { ladder: { ...base, rung: 3, state: 'climbing' }, words: 'đang ở bậc 3' },
    { ladder: { ...base, rung: 1, state: 'held', heldWhy: 'chưa liên lạc được' }, words: null },
    { ladder: { ...base, rung: 1, state: 'stopped' }, words: 'dừng sau bậc 1, đã nhận báo cáo' },
  ];
  return (
    <Card title="Bậc thang">
      <ul class="ladder-rows">
        {rows.map((row) => (
          <li>
            {row.words === null ? (
              <Ladder ladder={row.ladder} today={sample.today} />
            ) : (
              <span class="ladder">
                <Rungs ladder={row.ladder} />
                {row.words}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Bars({ sample }: { sample: SheetSample }): JSX.Element {
  return (
    <Card title="Thanh số">
      <ShareBar
        shares={[
          { is: 'accepted', count: 4 },
          { is: 'waiting', count: 2 },
          { is: 'returned', count: 1 },
          { is: 'extended', count: 1 },
          { is: 'overdue', count: 3 },
          { is: 'open', count: 2 },
        ]}
      />
      <DaysUsed
        spans={[
          { whose: 'agency', days: 10, from: sample.today, to: sample.day },
          { whose: 'reviewer', days: 4, from: sample.today, to: sample.day },
          { whose: 'suspended', days: 3, from: sample.today, to: sample.day },
          { whose: 'remaining', days: 3, from: sample.today, to: sample.day },
        ]}
      />
    </Card>
  );
}

function Controls({ sample }: { sample: SheetSample }): JSX.Element {
  return (
    <Card title="Nút, ô nhập, tiêu điểm">
      <div class="buttons">
        <a class="button primary" href="/thanh-phan">
          Duyệt
        </a>
        <a class="button" href="/thanh-phan">
          Trả lại
        </a>
        <a class="button focus-sample" href="/thanh-phan">
          Gia hạn
        </a>
        <label for="han-moi-mau">Hạn mới</label>
        <input type="text" class="day" id="han-moi-mau" value={formatDay(sample.day)} />
        <a href="/thanh-phan">Xem toàn văn</a>
      </div>
    </Card>
  );
}

function Errors({ sample }: { sample: SheetSample }): JSX.Element {
  const form = {
    values: { 'han-moi': sample.dayOff.typed },
    errors: [
      {
        field: 'han-moi',
        short: `Hạn mới ${sample.dayOff.typed} là ngày nghỉ lễ`,
        text: `${sample.dayOff.typed} là ngày nghỉ lễ. Ngày làm việc gần nhất trước đó: ${sample.dayOff.nearest}.`,
      },
    ],
  };
  return (
    <Card title="Lỗi">
      <ErrorSummary form={form} />
      <TextField form={form} name="han-moi" label="Hạn mới" size="day" />
    </Card>
  );
}
