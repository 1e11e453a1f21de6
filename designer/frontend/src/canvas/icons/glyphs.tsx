import {
  AlarmClock,
  ArrowRightToLine,
  BanknoteArrowDown,
  BanknoteArrowUp,
  BanknoteX,
  Boxes,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  ClipboardList,
  Clock,
  Cloud,
  Columns3,
  Globe,
  Hourglass,
  type LucideIcon,
  MessageCircleReply,
  Play,
  Repeat,
  Repeat2,
  Split,
  StickyNote,
  UserRound,
  Workflow,
} from "lucide-react";
import type { StateType } from "../protocol/protocol.gen";

/** The sign of each state type that has one of its own; a Task shows its service's. */
export const GLYPHS: Record<Exclude<StateType, "Task">, LucideIcon> = {
  Pass: ArrowRightToLine,
  Choice: Split,
  Parallel: Columns3,
  Map: Repeat2,
  Wait: Clock,
  Succeed: CircleCheck,
  Fail: CircleX,
};

/**
 * The other signs on the flow: of states, of services without an icon of AWS, and of the details below a
 * name.
 */
export const SIGNS = {
  unknown: CircleQuestionMark,
  start: Play,
  work: ClipboardList,
  service: Cloud,
  http: Globe,
  activity: Workflow,
  owner: UserRound,
  note: StickyNote,
  retry: Repeat,
  timeout: Hourglass,
  wait: Clock,
  token: MessageCircleReply,
  distributed: Boxes,
  unanswered: CircleQuestionMark,
  takes: BanknoteArrowDown,
  returns: BanknoteArrowUp,
  losesFee: BanknoteX,
  deadline: AlarmClock,
} satisfies Record<string, LucideIcon>;
