// @ts-nocheck Of the browser, which the types of scripts know nothing of.
// Runs in the page before anything of it: times what its main thread runs, frame by frame. See FrameProbe.

(() => {
  const now = performance.now.bind(performance);
  const askFrame = globalThis.requestAnimationFrame.bind(globalThis);
  const later = globalThis.queueMicrotask.bind(globalThis);
  /** Promises that follow from a call are counted so many deep. */
  const HOPS = 32;

  const [frames, tasks, longTasks, steps] = [[], [], [], []];
  let frame = null;
  let frameTo = 0;
  /** At the pace of a screen a frame takes so long; what ran earlier before it is not its own, ms. */
  const FRAME_MS = 17;
  /** Since the last frame. */
  let since = { ran: [], draws: 0, isForced: false };
  let countedMs = 0;
  let isMeasuring = false;
  let drawnAt = now();

  /** Counts what runs from now on until the promises that follow from it have had their turn. */
  function measure() {
    isMeasuring = true;
    const at = now();
    let hops = 0;
    const hop = () => {
      if (++hops < HOPS) return later(hop);
      isMeasuring = false;
      frameTo = now();
      const ms = frameTo - at;
      since.ran.push({ at, ms });
      countedMs += ms;
      if (ms >= 1) tasks.push({ at, ms });
    };
    later(hop);
  }

  /** The callbacks of one time of drawing are over as soon as anything else runs. */
  function endFrame() {
    if (frame === null) return;
    if (since.draws > 0) drawnAt = now();
    const { ran, draws, isForced } = since;
    const from = frame - FRAME_MS;
    const own = ran.filter((task) => task.at >= from);
    const scriptMs = own.reduce((sum, { ms }) => sum + ms, 0);
    frames.push({ at: frame, to: frameTo, scriptMs, draws, isForced });
    frame = null;
    since = { ran: [], draws: 0, isForced: false };
  }

  const known = new WeakMap();
  function timed(call) {
    if (typeof call !== "function") return call;
    if (!known.has(call)) {
      known.set(call, function (...given) {
        if (!isMeasuring) {
          endFrame();
          measure();
        }
        return call.apply(this, given);
      });
    }
    return known.get(call);
  }

  /** The last call that drew each map, to draw it again. */
  const drawers = new Map();
  let [asked, drawn] = [new Set(), new Set()];
  let drawnBy = null;
  function nextFrame(call, isForced) {
    asked.add(call);
    return askFrame((at) => {
      if (frame !== at) endFrame();
      frame = at;
      since.isForced ||= isForced;
      [asked, drawn, drawnBy] = [new Set(), new Set(), null];
      measure();
      call(at);
      // What asks for itself again is a loop, not a map's frame: run twice it would go on twice.
      if (!asked.has(call)) for (const canvas of drawn) drawers.set(canvas, call);
    });
  }
  globalThis.requestAnimationFrame = (call) => nextFrame(call, false);

  for (const name of ["setTimeout", "setInterval"]) {
    const own = globalThis[name];
    globalThis[name] = (call, ...rest) => own.call(globalThis, timed(call), ...rest);
  }
  for (const [owner, name] of [
    [MessagePort.prototype, "onmessage"],
    [Worker.prototype, "onmessage"],
    [EventSource.prototype, "onmessage"],
    [HTMLElement.prototype, "onload"],
  ]) {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...property,
      set(call) {
        property.set.call(this, timed(call));
      },
    });
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (kind, call, ...rest) {
    return addEventListener.call(this, kind, timed(call), ...rest);
  };
  EventTarget.prototype.removeEventListener = function (kind, call, ...rest) {
    removeEventListener.call(this, kind, call, ...rest);
    return removeEventListener.call(this, kind, known.get(call) ?? call, ...rest);
  };

  /** Answers come as promises: what follows from them is counted from here. */
  const answered = (value) => {
    if (!isMeasuring) {
      endFrame();
      measure();
    }
    return value;
  };
  const ask = globalThis.fetch;
  globalThis.fetch = (...given) => ask.apply(globalThis, given).then(answered);
  for (const name of ["json", "text", "blob", "arrayBuffer"]) {
    const read = Response.prototype[name];
    Response.prototype[name] = function () {
      return read.call(this).then(answered);
    };
  }

  /** Calls that draw, each with the place of the number that says how much: nothing, or the driver goes through all of it. */
  const drawing = {
    drawElements: 1,
    drawArrays: 2,
    drawElementsInstanced: 4,
    drawArraysInstanced: 3,
    drawRangeElements: 3,
  };
  const gl = WebGL2RenderingContext.prototype;
  for (const [name, place] of Object.entries(drawing)) {
    const own = gl[name];
    gl[name] = function (...given) {
      since.draws++;
      if (drawnBy !== this) drawn.add(this.canvas);
      drawnBy = this;
      given[place] = 0;
      own.apply(this, given);
    };
  }

  let shown = null;
  new MutationObserver(() => {
    const step = document.querySelector("main.wall")?.dataset.step;
    if (step === undefined || step === shown) return;
    shown = step;
    steps.push({ at: now(), step });
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-step"] });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push({ at: startTime, ms: duration });
    }
  }).observe({ type: "longtask", buffered: true });

  globalThis.frameProbe = {
    records: () => ({ frames, tasks, longTasks, steps, countedMs, endedAt: now() }),
    state: () => ({ steps: steps.length, quietMs: now() - drawnAt }),
    repaint() {
      for (const [canvas, call] of drawers) {
        if (canvas.isConnected) nextFrame(call, true);
        else drawers.delete(canvas);
      }
      return new Promise((resolve) => askFrame(resolve));
    },
  };
})();
