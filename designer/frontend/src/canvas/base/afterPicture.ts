/** Runs the act once the next picture has been painted; gives a function that calls it off. */
export function afterPicture(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * A scheduler that runs an act after the next picture, and leaves out those that come until then. A page that is
 * hidden paints nothing, so that there each is run at once.
 */
export function onceAPicture(): (act: () => void) => void {
  let isWaiting = false;
  return (act) => {
    if (document.hidden) return act();
    if (isWaiting) return;
    isWaiting = true;
    afterPicture(() => {
      isWaiting = false;
      act();
    });
  };
}
