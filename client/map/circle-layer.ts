import type { Accessor, DefaultProps, LayerProps } from "@deck.gl/core";
import { ScatterplotLayer, type ScatterplotLayerProps } from "@deck.gl/layers";

type CircleProps<Data> = {
  /** 1 for an outline of dashes, 0 for a whole one. */
  getDashed: Accessor<Data, number>;
};

export type CircleLayerProps<Data> = CircleProps<Data> & ScatterplotLayerProps<Data> & LayerProps;

/** Circles whose outline may be dashed; the gaps are cut in the fragment shader. */
export class CircleLayer<Data = unknown> extends ScatterplotLayer<Data, CircleProps<Data>> {
  static override layerName = "CircleLayer";
  static override defaultProps: DefaultProps<CircleLayerProps<unknown>> = {
    getDashed: { type: "accessor", value: 0 },
  } as unknown as DefaultProps<CircleLayerProps<unknown>>;

  override getShaders() {
    const shaders = super.getShaders();
    return { ...shaders, inject: DASHES };
  }

  override initializeState(): void {
    super.initializeState();
    this.getAttributeManager()?.addInstanced({
      instanceDashed: { size: 1, type: "float32", accessor: "getDashed", transition: false },
    });
  }
}

/** Dash and gap together, px. */
const PERIOD_PX = "7.0";

const DASHES: Readonly<Record<string, string>> = {
  "vs:#decl": "in float instanceDashed;\nout float vDashed;\nout float vRimRadius;\n",
  "vs:#main-end": "vDashed = instanceDashed;\nvRimRadius = outerRadiusPixels;\n",
  "fs:#decl": "in float vDashed;\nin float vRimRadius;\n",
  "fs:DECKGL_FILTER_COLOR": `
    float d = length(geometry.uv) * vRimRadius;
    float dashes = max(6.0, floor(6.2832 * vRimRadius / ${PERIOD_PX}));
    float turn = fract((atan(geometry.uv.x, geometry.uv.y) / 6.2832 + 0.5) * dashes);
    if (vDashed > 0.5 && d > vRimRadius - 2.0 && turn > 0.5) color.a *= 0.12;
  `,
};
