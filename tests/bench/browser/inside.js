// What the bench needs inside the page. Times are in milliseconds since the page began to load.
window.bench = (() => {
  const PATIENCE = 60_000;
  let known;

  /** The root of the part of the page that a flow is drawn in: a shadow tree, or the document of a frame. */
  function board() {
    if (known?.querySelector(".react-flow")) return known;
    const inner = [...document.querySelectorAll("*")].map((e) => e.shadowRoot ?? e.contentDocument);
    known = inner.find((root) => root?.querySelector(".react-flow"));
    return known;
  }

  const all = (selector) => [...(board()?.querySelectorAll(selector) ?? [])];

  /** How many states can be seen; React Flow hides them until it knows their sizes. */
  const states = () =>
    all(".react-flow__node").filter((node) => node.style.visibility !== "hidden" && !isStart(node)).length;
  const isStart = (node) => node.classList.contains("react-flow__node-Start");
  const arrows = () => all(".react-flow__edge-path").length;
  const selected = (id) => all(`.react-flow__node.selected[data-id="${id}"]`).length === 1;
  const place = (id) => all(`.react-flow__node[data-id="${id}"]`)[0]?.style.transform;
  const isAcknowledged = () => board().querySelector("[data-pending]").dataset.pending === "0";
  const isInspected = (name) => document.querySelector(".st-key-inspector input")?.value === name;
  const isAnswered = (id) => document.querySelector(".st-key-answer").textContent.includes(id);
  /** Whether Streamlit has done. */
  const isStill = () => document.querySelector('[data-test-script-state="notRunning"]') !== null;

  /** Once a frame in which `seen()` is true has been painted, when that was. */
  function shown(seen) {
    const end = performance.now() + PATIENCE;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (performance.now() > end) return reject(new Error(`not seen: ${seen}`));
        if (!seen()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  }

  /** How long it takes from the next event of that type to a frame in which `seen()` is true. */
  async function after(type, seen) {
    let begun;
    const begin = ({ timeStamp, view }) => {
      begun ??= timeStamp + (view ?? window).performance.timeOrigin - performance.timeOrigin;
    };
    const views = new Set([window, board().defaultView ?? window]);
    for (const view of views) view.addEventListener(type, begin, { capture: true, once: true });
    return (await shown(() => begun !== undefined && seen())) - begun;
  }

  /** Count the frames from now on; `frames()` gives how long each took. */
  function watch() {
    const times = [];
    let isOver = false;
    const tick = (time) => {
      times.push(time);
      if (!isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return () => {
      isOver = true;
      return times.slice(1).map((time, index) => time - times[index]);
    };
  }

  return {
    states,
    arrows,
    selected,
    place,
    isAcknowledged,
    isInspected,
    isAnswered,
    isStill,
    shown,
    after,
    watch,
  };
})();
