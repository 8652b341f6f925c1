import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { timeOf } from '../../domain/calendar/instant.ts';
import type { Outcome } from '../ports.ts';
import { Mark } from './mark.tsx';

/** What happened, in one box: `refused` yellow, `done` green, `info` blue, `differs` red. */
export function Box(props: { tone: 'refused' | 'done' | 'info' | 'differs'; children?: Child }): JSX.Element {
  return (
    <div class={`box ${props.tone}`} role="status">
      {props.children}
    </div>
  );
}

/** Every refusal says so, once. */
const UNCHANGED = 'Không có gì thay đổi.';

/** A refusal: what happened, the present value, "không có gì thay đổi", one way out. */
export function Refused(props: { text: string; wayOut?: { href: string; label: string } | undefined }): JSX.Element {
  return (
    <Box tone="refused">
      <p>
        <strong>{props.text}</strong>
        {props.text.includes(UNCHANGED) ? ' ' : ` ${UNCHANGED} `}
        {props.wayOut ? <a href={props.wayOut.href}>{props.wayOut.label}</a> : null}
      </p>
    </Box>
  );
}

/** The process that decides is away: the act is kept and applied once. */
export function Kept({ at }: { at: Instant }): JSX.Element {
  return (
    <Box tone="info">
      <p>
        <strong>Máy chủ công việc chưa trả lời.</strong> Nội dung Ông/Bà vừa gửi đã được giữ lúc {timeOf(at)} và sẽ được
        ghi một lần khi có lại; Ông/Bà không cần gửi lại. Kết quả hiện trên trang Hôm nay.
      </p>
    </Box>
  );
}

/** An act that was kept while the house was busy, and what became of it. */
export interface KeptFact {
  is: 'waiting' | 'done' | 'refused';
  title: string;
  text: string | null;
}

const KEPT_TONES = { waiting: 'info', done: 'done', refused: 'refused' } as const;

/** Acts that were kept, each with what became of it. */
export function KeptActs({ acts }: { acts: KeptFact[] }): JSX.Element {
  return (
    <>
      {acts.map((act) => (
        <Box tone={KEPT_TONES[act.is]}>
          <p>
            <strong>{act.title}</strong> {act.text}
          </p>
        </Box>
      ))}
    </>
  );
}

/** The outcome of an act, as the next page says it. */
export function OutcomeBox({ outcome }: { outcome: Outcome }): JSX.Element {
  switch (outcome.kind) {
    case 'done':
      return (
        <Box tone="done">
          <p>
            <Mark name="tick" /> <strong>{outcome.text}</strong>{' '}
            {outcome.link === undefined ? null : <a href={outcome.link.href}>{outcome.link.label}</a>}
          </p>
        </Box>
      );
    case 'kept':
      return <Kept at={outcome.at} />;
    case 'refused':
      return <Refused text={outcome.text} wayOut={outcome.wayOut} />;
  }
}
