/** One line each: what the commands that act for the coordinator are given. */
export const REQUEST_USAGE =
  'request <mã kế hoạch> --agencies <mã,mã> --due <ngày> --text <nội dung> --document “số …, ngày …” [--measure <số>] [--urgent] [--json]';
export const TRIGGER_USAGE =
  'trigger <mã kế hoạch> <số nhiệm vụ> --basis “số …, ngày …” [--due <ngày>] [--text <nội dung>] [--urgent] [--json]';
export const CONTRIBUTION_USAGE =
  'contribution <mã kế hoạch> <số nhiệm vụ> --lead <mã> --agencies <mã,mã> --due <ngày> --text <nội dung> [--for <mã nghĩa vụ>] [--json]';
export const ASSIGN_USAGE = 'assign <mã kế hoạch> <số nhiệm vụ> --agencies <mã,mã> --text <lý do> [--json]';
export const DECIDE_USAGE =
  'decide <mã kế hoạch> <mã sơ kết, tổng kết> --outcome continue|amend|close|feed [--feeds <mã kế hoạch>] --document “số …, ngày …” --text <ý kiến> [--json]';
export const MONEY_USAGE =
  'money <mã kế hoạch> allocation|settlement --year <năm> --agency <mã> [--measure <số>] --source recurrent|investment|other --amount <đồng> --document “số …, ngày …” [--text <nội dung>] [--json]';
export const TARGET_USAGE =
  'target <mã kế hoạch> <mã chỉ tiêu> [--base <số>] [--from <năm>] [--same <biên nhận,biên nhận>] [--apart <biên nhận,biên nhận>] --text <lý do> [--json]';
