import { Model } from "@luma.gl/engine";

const { destroy, setBufferLayout } = Model.prototype;
let isDone = false;

/**
 * Lets models take their vertex arrays with them: the library makes one for each and deletes none, so that a wall, whose layers come
 * and go with every scene, would gather them for weeks.
 */
export function freeVertexArrays(): void {
  if (isDone) return;
  isDone = true;
  Model.prototype.destroy = function (this: Model) {
    destroy.call(this);
    this.vertexArray.destroy();
  };
  Model.prototype.setBufferLayout = function (this: Model, layout) {
    const before = this.vertexArray;
    setBufferLayout.call(this, layout);
    if (this.vertexArray !== before) before.destroy();
  };
}
