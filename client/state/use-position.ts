import { useEffect, useRef, useState } from "react";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";

/** Where the phone is, WGS 84, as it said last. */
export type PhonePosition = {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number;
  /** Epoch ms. */
  readonly at: number;
};

/** Older than this it says nothing about where a picture was taken. */
const FRESH_MS = 10 * 60_000;

/** Null until the phone says; for good where it is not asked (no TLS), refuses or cannot tell. */
export function usePosition(): PhonePosition | null {
  const [position, setPosition] = useState<PhonePosition | null>(null);
  useEffect(() => {
    if (!("geolocation" in navigator)) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        const { longitude: lng, latitude: lat, accuracy: accuracyM } = coords;
        setPosition({ lng, lat, accuracyM, at: timestamp });
      },
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 60_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return position;
}

/** Where the phone was, until it is so far from there: a list in the order of a way does not jump with every step. */
export function useSettled(position: PhonePosition | null, stepM: number): PhonePosition | null {
  const settled = useRef(position);
  const known = settled.current;
  const isFar = position !== null && (known === null || metresApart(known, position) > stepM);
  if (isFar) settled.current = position;
  return settled.current;
}

function metresApart(a: PhonePosition, b: PhonePosition): number {
  const plane = localPlane(lngLat(a.lng, a.lat));
  return Math.hypot(plane.x(b.lng), plane.y(b.lat));
}

/** The position, where it is of about the time `t`. */
export function positionAt(position: PhonePosition | null, t: number): PhonePosition | null {
  return position !== null && Math.abs(position.at - t) <= FRESH_MS ? position : null;
}
