// @ts-nocheck Of the browser, which the types of scripts know nothing of.
// Runs in the page before anything of it: counts what WebGL contexts hold, and steps of the wall. See PageProbe.

(() => {
  const contexts = [];
  const kinds = [
    "Buffer",
    "Texture",
    "Program",
    "Shader",
    "Framebuffer",
    "Renderbuffer",
    "VertexArray",
    "Query",
    "Sampler",
  ];

  function count(gl) {
    const counts = {};
    for (const kind of kinds) {
      const [create, remove] = [gl[`create${kind}`], gl[`delete${kind}`]];
      counts[kind] = 0;
      gl[`create${kind}`] = (...given) => {
        counts[kind]++;
        return create.apply(gl, given);
      };
      gl[`delete${kind}`] = (...given) => {
        if (given[0]) counts[kind]--;
        return remove.apply(gl, given);
      };
    }
    contexts.push({ gl, counts });
  }

  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (...given) {
    const context = getContext.apply(this, given);
    if (given[0] === "webgl2" && context && !contexts.some(({ gl }) => gl === context)) {
      count(context);
    }
    return context;
  };

  /** Contexts whose canvas was taken out of the page are kept by nobody but this list. */
  function alive() {
    for (let i = contexts.length - 1; i >= 0; i--) {
      if (contexts[i].isSeen && !contexts[i].gl.canvas.isConnected) contexts.splice(i, 1);
    }
    const found = contexts.filter(({ gl }) => gl.canvas.isConnected && !gl.isContextLost());
    for (const each of found) each.isSeen = true;
    return found;
  }

  globalThis.soakProbe = {
    steps: 0,
    webglObjects() {
      const sum = {};
      for (const { counts } of alive()) {
        for (const kind of kinds) sum[kind] = (sum[kind] ?? 0) + counts[kind];
      }
      return sum;
    },
    loseContexts() {
      const lost = alive();
      for (const { gl } of lost) gl.getExtension("WEBGL_lose_context")?.loseContext();
      return lost.length;
    },
    drawnMaps: () =>
      alive().filter(({ gl }) => gl.canvas.closest("[data-drawn]")?.dataset.drawn).length,
  };

  let shown = null;
  new MutationObserver(() => {
    const step = document.querySelector("main.wall")?.dataset.step;
    if (step === undefined || step === shown) return;
    shown = step;
    globalThis.soakProbe.steps++;
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-step"] });
})();
