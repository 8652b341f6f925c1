/** One line each: what the two commands that open a round of their own are given. */
export const REQUEST_USAGE =
  'request <mã kế hoạch> --agencies <mã,mã> --due <ngày> --text <nội dung> --document “số …, ngày …” [--measure <số>] [--urgent] [--json]';
export const TRIGGER_USAGE =
  'trigger <mã kế hoạch> <số nhiệm vụ> --basis “số …, ngày …” [--due <ngày>] [--text <nội dung>] [--urgent] [--json]';
