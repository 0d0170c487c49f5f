import { useState } from "react";

export type OwnPosition = { readonly state: "off" | "asking" | "refused" } | FoundPosition;

export type FoundPosition = {
  readonly state: "found";
  readonly lng: number;
  readonly lat: number;
  /** Radius within which the phone is, as it says. */
  readonly accuracyM: number;
};

const TIMEOUT_MS = 12_000;

/** Where the phone stands, asked for only when it is wanted; browsers refuse it on pages without TLS. */
export function useOwnPosition(onFound: (found: FoundPosition) => void = () => undefined) {
  const [position, setPosition] = useState<OwnPosition>({ state: "off" });
  function take(found: FoundPosition): void {
    setPosition(found);
    onFound(found);
  }
  function ask(): void {
    if (!("geolocation" in navigator) || !window.isSecureContext) {
      setPosition({ state: "refused" });
      return;
    }
    setPosition({ state: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy: accuracyM } }) =>
        take({ state: "found", lng, lat, accuracyM }),
      () => setPosition({ state: "refused" }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 0 },
    );
  }
  return { position, ask, forget: () => setPosition({ state: "off" }) };
}
