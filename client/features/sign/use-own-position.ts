import { useState } from "react";

export type OwnPosition =
  | { readonly state: "off" | "asking" | "refused" }
  | { readonly state: "found"; readonly lng: number; readonly lat: number };

const TIMEOUT_MS = 12_000;

/** Where the phone stands, asked for only when it is wanted; browsers refuse it on pages without TLS. */
export function useOwnPosition() {
  const [position, setPosition] = useState<OwnPosition>({ state: "off" });
  function ask(): void {
    if (!("geolocation" in navigator) || !window.isSecureContext) {
      setPosition({ state: "refused" });
      return;
    }
    setPosition({ state: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPosition({ state: "found", lng: coords.longitude, lat: coords.latitude }),
      () => setPosition({ state: "refused" }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 30_000 },
    );
  }
  return { position, ask, forget: () => setPosition({ state: "off" }) };
}
