import type { Accessor, DefaultProps, LayerProps } from "@deck.gl/core";
import { ScatterplotLayer, type ScatterplotLayerProps } from "@deck.gl/layers";
import tokens from "../app/tokens.json";
import { type MapPalette, rgb } from "./palette.ts";
import type { RingParts } from "./ring-parts.ts";

type RingProps<Data> = {
  palette: MapPalette;
  getParts: Accessor<Data, RingParts>;
  /** Px to a px of the look, for the breadth of ring and casing; compiled in. */
  bandScale?: number;
};

export type RingLayerProps<Data> = RingProps<Data> & ScatterplotLayerProps<Data> & LayerProps;

/**
 * Rings whose arcs tell how many are in time, overdue and closed: one quad an instance, arcs drawn in the fragment shader.
 * `getRadius` is the outer radius of the ring, casing apart. Colours are compiled in: another palette, another layer id.
 */
export class RingLayer<Data = unknown> extends ScatterplotLayer<Data, RingProps<Data>> {
  static override layerName = "RingLayer";
  static override defaultProps: DefaultProps<RingLayerProps<unknown>> = {
    getParts: { type: "accessor", value: [0, 0, 0] },
    bandScale: 1,
  } as unknown as DefaultProps<RingLayerProps<unknown>>;

  override getShaders() {
    const shaders = super.getShaders();
    const { palette, bandScale } = this.props;
    return { ...shaders, inject: ringShader(palette, bandScale ?? 1) };
  }

  override initializeState(): void {
    super.initializeState();
    this.getAttributeManager()?.addInstanced({
      instanceParts: { size: 3, type: "float32", accessor: "getParts", transition: false },
    });
  }
}

const { gapRad, ring, case: casing } = tokens.map.cluster;

function ringShader(palette: MapPalette, scale: number): Record<string, string> {
  return {
    "vs:#decl": "in vec3 instanceParts;\nout vec3 vParts;\nout float vRingRadius;\n",
    "vs:#main-end": "vParts = instanceParts;\nvRingRadius = outerRadiusPixels;\n",
    "fs:#decl": "in vec3 vParts;\nin float vRingRadius;\n",
    "fs:DECKGL_FILTER_COLOR": `
      float d = length(geometry.uv) * vRingRadius;
      float outer = vRingRadius - ${(casing.extra * scale).toFixed(2)};
      float inner = outer - ${(ring.desk * scale).toFixed(2)};
      float theta = mod(atan(geometry.uv.x, geometry.uv.y) + 6.28318530718, 6.28318530718);
      vec3 core = ${vec3(palette.ringCore)};
      vec3 arc = ${vec3(palette.open)};
      float start = 0.0;
      float end = vParts.x;
      if (theta >= vParts.x) { arc = ${vec3(palette.overdue)}; start = vParts.x; end = vParts.y; }
      if (theta >= vParts.y) { arc = ${vec3(palette.closedRing)}; start = vParts.y; end = vParts.z; }
      float whole = step(6.283, end - start);
      float edge = ${(gapRad / 2).toFixed(4)};
      float soft = 0.7 / max(d, 1.0);
      float within = smoothstep(start + edge - soft, start + edge + soft, theta)
        * (1.0 - smoothstep(end - edge - soft, end - edge + soft, theta));
      vec3 band = mix(core, arc, max(within, whole));
      float onBand = smoothstep(inner - 0.6, inner + 0.6, d);
      vec3 body = mix(core, band, onBand);
      float onCase = smoothstep(outer - 0.6, outer + 0.6, d);
      color.rgb = mix(body, ${vec3(palette.ringCase)}, onCase);
    `,
  };
}

function vec3(hex: string): string {
  const parts = rgb(hex).map((value) => (value / 255).toFixed(4));
  return `vec3(${parts.join(", ")})`;
}
