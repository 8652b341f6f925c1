import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FormState } from '../forms/form-state.ts';
import { Mark } from './mark.tsx';

interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  /** Shown where nothing was typed yet. */
  initial?: string;
  required?: boolean;
}

/** The errors of a form, each linking to its field; absent when there are none. */
export function ErrorSummary({ form }: { form: FormState }): JSX.Element | null {
  if (form.errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="loi">
      <p>
        <Mark name="warning" /> <strong>Chưa gửi được: có {form.errors.length} chỗ cần xem lại</strong>
      </p>
      <ul>
        {form.errors.map((error) => (
          <li>
            <a href={error.field === '' ? '#viec' : `#f-${error.field}`}>{error.short}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Frame(props: FieldProps & { children: Child }): JSX.Element {
  const error = props.form.errors.find((candidate) => candidate.field === props.name);
  return (
    <div class={`field${error ? ' has-error' : ''}`}>
      <label for={`f-${props.name}`}>{props.label}</label>
      {props.hint ? (
        <span class="hint" id={`h-${props.name}`}>
          {props.hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong" id={`e-${props.name}`}>
          <Mark name="warning" /> {error.text}
        </span>
      ) : null}
      {props.children}
    </div>
  );
}

function describedBy(props: FieldProps): string | undefined {
  const ids = [
    props.hint ? `h-${props.name}` : '',
    props.form.errors.some((error) => error.field === props.name) ? `e-${props.name}` : '',
  ].filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

function invalid(props: FieldProps): 'true' | undefined {
  return props.form.errors.some((error) => error.field === props.name) ? 'true' : undefined;
}

/** One line of text. `size`: "wide" fills the row, "day" fits dd/mm/yyyy. */
export function TextField(
  props: FieldProps & { size?: 'wide' | 'day' | 'middle'; type?: string; autocomplete?: string },
): JSX.Element {
  return (
    <Frame {...props}>
      <input
        type={props.type ?? 'text'}
        id={`f-${props.name}`}
        name={props.name}
        class={props.size ?? 'wide'}
        value={props.form.values[props.name] ?? props.initial ?? ''}
        aria-describedby={describedBy(props)}
        aria-invalid={invalid(props)}
        autocomplete={props.autocomplete ?? 'off'}
        required={props.required}
      />
    </Frame>
  );
}

/** A day, typed as dd/mm/yyyy. */
export function DayField(props: FieldProps): JSX.Element {
  return <TextField {...props} size="day" hint={props.hint ?? 'Ngày/tháng/năm'} />;
}

export function TextArea(props: FieldProps & { rows?: number }): JSX.Element {
  return (
    <Frame {...props}>
      <textarea
        id={`f-${props.name}`}
        name={props.name}
        rows={props.rows ?? 3}
        aria-describedby={describedBy(props)}
        aria-invalid={invalid(props)}
        required={props.required}
      >
        {props.form.values[props.name] ?? props.initial ?? ''}
      </textarea>
    </Frame>
  );
}

interface OptionsProps extends FieldProps {
  options: { value: string; label: string }[];
}

function Group(props: FieldProps & { children: Child }): JSX.Element {
  const error = props.form.errors.find((candidate) => candidate.field === props.name);
  return (
    <fieldset class={`field${error ? ' has-error' : ''}`} aria-describedby={describedBy(props)}>
      <legend>{props.label}</legend>
      {props.hint ? (
        <span class="hint" id={`h-${props.name}`}>
          {props.hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong" id={`e-${props.name}`}>
          <Mark name="warning" /> {error.text}
        </span>
      ) : null}
      {props.children}
    </fieldset>
  );
}

function Choice(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: string;
  checked: boolean;
}): JSX.Element {
  return (
    <div class="choice">
      <input type={props.type} id={props.id} name={props.name} value={props.value} checked={props.checked} />
      <label for={props.id}>{props.label}</label>
    </div>
  );
}

/** The error summary leads to the first option. */
const optionId = (name: string, index: number): string => (index === 0 ? `f-${name}` : `f-${name}-${index}`);

/** One of several, nothing preselected unless `initial` says so. */
export function Choices(props: OptionsProps): JSX.Element {
  const chosen = props.form.values[props.name] ?? props.initial;
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          id={optionId(props.name, index)}
          name={props.name}
          value={option.value}
          label={option.label}
          checked={chosen === option.value}
        />
      ))}
    </Group>
  );
}

/** One of many, in a list that opens; nothing preselected unless `initial` says so. */
export function SelectField(props: OptionsProps): JSX.Element {
  const chosen = props.form.values[props.name] ?? props.initial ?? '';
  return (
    <Frame {...props}>
      <select
        id={`f-${props.name}`}
        name={props.name}
        class="wide"
        aria-describedby={describedBy(props)}
        aria-invalid={invalid(props)}
      >
        <option value="" selected={chosen === ''}>
          Chọn trong danh sách
        </option>
        {props.options.map((option) => (
          <option value={option.value} selected={chosen === option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Any number of several, each sent as `<name>/<value>`. */
export function Boxes(props: OptionsProps): JSX.Element {
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          id={optionId(props.name, index)}
          name={`${props.name}/${option.value}`}
          value="1"
          label={option.label}
          checked={props.form.values[`${props.name}/${option.value}`] === '1'}
        />
      ))}
    </Group>
  );
}

/** A value carried through a form without being shown. */
export function Hidden({ name, value }: { name: string; value: string }): JSX.Element {
  return <input type="hidden" name={name} value={value} />;
}
