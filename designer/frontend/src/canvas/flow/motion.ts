const PAN_MS = 200;

/** Milliseconds in which the viewport moves; none for a person who asked their system for less motion. */
export function panning(duration = PAN_MS): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration;
}
