/** A form as it comes back after a wrong entry: what was typed, and what is wrong with which field. */
export interface FormState {
  values: Record<string, string>;
  errors: FieldError[];
}

/** `short` stands in the summary on top, `text` above the field; both say the nearest right value where there is one. */
export interface FieldError {
  field: string;
  short: string;
  text: string;
}

export const EMPTY_FORM: FormState = { values: {}, errors: [] };
