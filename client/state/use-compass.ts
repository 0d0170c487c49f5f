import { useCallback, useEffect, useRef, useState } from "react";

type Oriented = DeviceOrientationEvent & { readonly webkitCompassHeading?: number };
type Asking = { readonly requestPermission?: () => Promise<"granted" | "denied"> };

export type Compass = {
  readonly state: "off" | "reading" | "missing";
  /** Starts reading; call it from a press: some phones ask the person first. */
  start(): void;
  stop(): void;
};

/** A phone that says nothing within this has no compass, or tells no page of it. */
const PATIENCE_MS = 2500;
const EVENTS = ["deviceorientationabsolute", "deviceorientation"] as const;

/** Where the top of the phone points, in degrees clockwise from north, told until it is stopped. */
export function useCompass(onHeading: (degrees: number) => void): Compass {
  const [state, setState] = useState<Compass["state"]>("off");
  const heard = useRef(onHeading);
  heard.current = onHeading;

  useEffect(() => {
    if (state !== "reading") return;
    let isSilent = true;
    const hear = (event: Event) => {
      const heading = headingOf(event as Oriented);
      if (heading === null) return;
      isSilent = false;
      heard.current(heading);
    };
    for (const name of EVENTS) window.addEventListener(name, hear);
    const timer = setTimeout(() => isSilent && setState("missing"), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      for (const name of EVENTS) window.removeEventListener(name, hear);
    };
  }, [state]);

  const start = useCallback(
    () => void allowed().then((is) => setState(is ? "reading" : "missing")),
    [],
  );
  const stop = useCallback(() => setState("off"), []);
  return { state, start, stop };
}

/** Null: the event says where the phone is turned to, but not against north. */
function headingOf({ webkitCompassHeading, alpha, absolute }: Oriented): number | null {
  if (webkitCompassHeading !== undefined) return webkitCompassHeading;
  if (!absolute || alpha === null) return null;
  const turned = screen.orientation?.angle ?? 0;
  return (((360 - alpha + turned) % 360) + 360) % 360;
}

async function allowed(): Promise<boolean> {
  if (!("DeviceOrientationEvent" in window)) return false;
  const { requestPermission } = DeviceOrientationEvent as unknown as Asking;
  if (!requestPermission) return true;
  return (await requestPermission().catch(() => "denied")) === "granted";
}
