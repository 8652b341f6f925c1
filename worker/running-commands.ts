import type { Command } from '../cli/command.ts';
import { LEDGER_HELP, LEDGER_USAGE } from '../cli/ledger.ts';
import { REHEARSE_HELP, REHEARSE_USAGE } from '../cli/rehearse.ts';
import {
  ASSIGN_USAGE,
  CONTRIBUTION_USAGE,
  DECIDE_USAGE,
  MONEY_USAGE,
  REQUEST_USAGE,
  TARGET_USAGE,
  TRIGGER_USAGE,
} from './asking-usage.ts';

/** Commands that need the whole program, loaded only when called: plans and calendars must answer at once. */
export const runningCommands: Command[] = [
  {
    name: ['start'],
    usage: 'start [--live]',
    help: 'Chạy thử với người giả định và đồng hồ giả lập; --live: vận hành thật.',
    run: async (args, io) => (await import('./start-command.ts')).startCommand(args, io),
  },
  {
    name: ['state'],
    usage: 'state [--plan <mã>] [--json]',
    help: 'Các luồng đang chạy trả lời thế nào, bên cạnh bản chiếu trong cơ sở dữ liệu.',
    run: async (args, io) => (await import('./desk-command.ts')).stateCommand(args, io),
  },
  {
    name: ['doctor'],
    usage: 'doctor [--json]',
    help: 'Các bộ phận của chương trình đang chạy: cái gì nối với cái gì, có trả lời không.',
    run: async (args, io) => (await import('./desk-command.ts')).doctorCommand(args, io),
  },
  {
    name: ['invite'],
    usage: 'invite <mã người>',
    help: 'Cấp một liên kết vào trang, dùng một lần, cho một người trong danh bạ.',
    run: async (args, io) => (await import('./desk-command.ts')).inviteCommand(args, io),
  },
  {
    name: ['request'],
    usage: REQUEST_USAGE,
    help: 'Yêu cầu các cơ quan báo cáo đột xuất theo một văn bản; dưới 2 ngày làm việc phải ghi --urgent.',
    run: async (args, io) => (await import('./asking-commands.ts')).requestCommand(args, io),
  },
  {
    name: ['trigger'],
    usage: TRIGGER_USAGE,
    help: 'Cho bắt đầu một nhiệm vụ chờ yêu cầu hoặc sự kiện, theo một văn bản.',
    run: async (args, io) => (await import('./asking-commands.ts')).triggerCommand(args, io),
  },
  {
    name: ['contribution'],
    usage: CONTRIBUTION_USAGE,
    help: 'Cơ quan chủ trì xin phần phối hợp của một nhiệm vụ, hạn trước hạn của chính mình; không ghi --for thì là nghĩa vụ đến hạn sớm nhất sau ngày ấy.',
    run: async (args, io) => (await import('./contribution-command.ts')).contributionCommand(args, io),
  },
  {
    name: ['decide'],
    usage: DECIDE_USAGE,
    help: 'Ghi quyết định của lãnh đạo sau sơ kết, tổng kết: tiếp tục, sửa đổi, kết thúc, chuyển vào kế hoạch khác.',
    run: async (args, io) => (await import('./recording-commands.ts')).decideCommand(args, io),
  },
  {
    name: ['assign'],
    usage: ASSIGN_USAGE,
    help: 'Chỉ định cơ quan cho phần chủ trì mà kế hoạch không ghi rõ cơ quan nào.',
    run: async (args, io) => (await import('./recording-commands.ts')).assignCommand(args, io),
  },
  {
    name: ['money'],
    usage: MONEY_USAGE,
    help: 'Ghi kinh phí được giao hoặc đã quyết toán của một cơ quan, theo một văn bản.',
    run: async (args, io) => (await import('./recording-commands.ts')).moneyCommand(args, io),
  },
  {
    name: ['target'],
    usage: TARGET_USAGE,
    help: 'Trả lời cho một chỉ tiêu: số gốc, năm bắt đầu tính, hoặc các số liệu trùng nhau.',
    run: async (args, io) => (await import('./recording-commands.ts')).targetCommand(args, io),
  },
  {
    name: ['ledger'],
    usage: LEDGER_USAGE,
    help: LEDGER_HELP,
    run: async (args, io) => (await import('./rehearsal/commands.ts')).ledger().run(args, io),
  },
  {
    name: ['rehearse'],
    usage: REHEARSE_USAGE,
    help: REHEARSE_HELP,
    run: async (args, io) => (await import('./rehearsal/commands.ts')).rehearse(io).run(args, io),
  },
];
