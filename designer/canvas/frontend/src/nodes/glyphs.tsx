import {
  ArrowRightToLine,
  CircleCheck,
  CircleX,
  Clock,
  Columns3,
  type LucideIcon,
  Repeat2,
  Split,
} from "lucide-react";
import type { StateType } from "../protocol.gen";

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
