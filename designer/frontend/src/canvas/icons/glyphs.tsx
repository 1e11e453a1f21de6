import {
  AlarmClock,
  AppWindow,
  ArrowRightToLine,
  BanknoteArrowDown,
  BanknoteArrowUp,
  BanknoteX,
  Boxes,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  ClipboardList,
  Clock,
  Cloud,
  Columns3,
  Database,
  Globe,
  Hourglass,
  type LucideIcon,
  MessageCircleReply,
  Play,
  Repeat,
  Repeat2,
  Settings,
  Split,
  StickyNote,
  UserRound,
  Workflow,
} from "lucide-react";
import type { CardType, StateType } from "../protocol/protocol.gen";

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

/** The sign of each kind of card. */
export const CARDS: Record<CardType, LucideIcon> = {
  screen: AppWindow,
  step: Settings,
  decision: Split,
  table: Database,
  person: UserRound,
  external: Cloud,
  succeeded: CircleCheck,
  failed: CircleX,
  note: StickyNote,
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
  undecided: CircleDashed,
  unanswered: CircleQuestionMark,
  takes: BanknoteArrowDown,
  returns: BanknoteArrowUp,
  losesFee: BanknoteX,
  deadline: AlarmClock,
} satisfies Record<string, LucideIcon>;
