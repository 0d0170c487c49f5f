import type { Device, Sampler, SamplerProps } from "@luma.gl/core";

/**
 * Lets textures of a device share samplers that are alike: the library makes one for each texture and never lets go of it, so
 * that a page that runs for weeks would gather them. It destroys none either, so none that is shared goes too early.
 */
export function shareSamplers(device: Device): void {
  const shared = new Map<string, Sampler>();
  const make = device.createSampler.bind(device);
  device.createSampler = (props: SamplerProps) => {
    const key = JSON.stringify(props);
    const known = shared.get(key);
    if (known) return known;
    const made = make(props);
    shared.set(key, made);
    return made;
  };
}
