import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FieldSpec } from '../forms/act.ts';
import type { FormState } from '../forms/form-state.ts';
import type { Preview } from '../ports.ts';
import { Boxes, Choices, DayField, ErrorSummary, Hidden, SelectField, TextArea, TextField } from './field.tsx';
import { MessageCard } from './message-card.tsx';

/** An act being prepared: its form, or, when everything is typed, what it would do and send. */
export interface ActPanelProps {
  id?: string;
  title: string;
  /** The verb on the button that does it: "Trả lại". */
  verb: string;
  action: string;
  /** Carried with every step, such as the act's slug and the version it is about. */
  hidden: Record<string, string>;
  fields: FieldSpec[];
  form: FormState;
  preview: Preview | null;
  cancelHref: string;
  intro?: Child;
}

export function ActPanel(props: ActPanelProps): JSX.Element {
  return (
    <section class="card" id={props.id ?? 'viec'}>
      <header>
        <h2>{props.title}</h2>
      </header>
      <div class="body">
        {props.intro ?? null}
        {props.preview === null ? <Typing {...props} /> : <Confirming {...props} preview={props.preview} />}
      </div>
    </section>
  );
}

function HiddenAll({ values }: { values: Record<string, string> }): JSX.Element {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
    </>
  );
}

function Typing(props: ActPanelProps): JSX.Element {
  return (
    <form method="post" action={props.action} novalidate>
      <ErrorSummary form={props.form} />
      <HiddenAll values={props.hidden} />
      {props.fields.map((field) => ActField({ field, form: props.form }))}
      <div class="buttons">
        <button class="button primary" type="submit">
          Xem trước khi gửi
        </button>
        <a href={props.cancelHref}>Thôi</a>
      </div>
    </form>
  );
}

function Confirming(props: ActPanelProps & { preview: Preview }): JSX.Element {
  const control = ['xac-nhan', 'sua-lai', ...Object.keys(props.hidden)];
  const typed = Object.fromEntries(Object.entries(props.form.values).filter(([name]) => !control.includes(name)));
  return (
    <>
      {props.preview.effects.length === 0 ? null : (
        <ul>
          {props.preview.effects.map((effect) => (
            <li>{effect}</li>
          ))}
        </ul>
      )}
      {props.preview.messages.length === 0 ? (
        <p>Không có tin nào được gửi.</p>
      ) : (
        <>
          <h3>Tin sẽ gửi ({props.preview.messages.length})</h3>
          <ul class="messages">
            {props.preview.messages.map((message) => (
              <li>
                <MessageCard message={message} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <form method="post" action={props.action}>
          <HiddenAll values={props.hidden} />
          <HiddenAll values={typed} />
          <Hidden name="xac-nhan" value="1" />
          <button class="button primary" type="submit">
            {props.verb}
          </button>
        </form>
        {props.fields.length === 0 ? null : (
          <form method="post" action={props.action}>
            <HiddenAll values={props.hidden} />
            <HiddenAll values={typed} />
            <Hidden name="sua-lai" value="1" />
            <button class="button" type="submit">
              Sửa lại
            </button>
          </form>
        )}
        <a href={props.cancelHref}>Thôi</a>
      </div>
    </>
  );
}

/** One field by its kind. */
export function ActField({ field, form }: { field: FieldSpec; form: FormState }): JSX.Element {
  const common = {
    form,
    name: field.name,
    label: `${field.label}${field.optional ? ' (không bắt buộc)' : ''}`,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    ...(field.initial === undefined ? {} : { initial: field.initial }),
  };
  switch (field.kind) {
    case 'day':
      return <DayField {...common} />;
    case 'line':
      return <TextField {...common} />;
    case 'text':
      return <TextArea {...common} />;
    case 'choice':
      return <Choices {...common} options={field.options ?? []} />;
    case 'list':
      return <SelectField {...common} options={field.options ?? []} />;
    case 'many':
      return <Boxes {...common} options={field.options ?? []} />;
  }
}
