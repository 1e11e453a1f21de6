import type { ViewportHelperFunctionOptions } from "@xyflow/react";

const PAN_MS = 200;

/**
 * The options of a movement of the viewport; it takes no time for a person who asked their system for less motion.
 * The zoom goes straight to its end: by default it goes out and in again on the way, and a movement that begins
 * meanwhile would keep what it is then.
 */
export function moving(duration = PAN_MS): ViewportHelperFunctionOptions {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return { duration: isStill ? 0 : duration, interpolate: "linear" };
}
