import { useRef, useState } from "react";

export type OwnPosition = { readonly state: "off" | "asking" | "refused" } | FoundPosition;

export type FoundPosition = {
  readonly state: "found";
  readonly lng: number;
  readonly lat: number;
  /** Radius within which the phone is, as it says. */
  readonly accuracyM: number;
};

const TIMEOUT_MS = 12_000;

/**
 * Where the phone stands, asked for only when it is wanted; browsers refuse it on pages without TLS. An answer that comes
 * after it was forgotten, or asked for again, is none.
 */
export function useOwnPosition(onFound: (found: FoundPosition) => void = () => undefined) {
  const [position, setPosition] = useState<OwnPosition>({ state: "off" });
  const question = useRef(0);
  function take(asked: number, answer: OwnPosition): void {
    if (asked !== question.current) return;
    setPosition(answer);
    if (answer.state === "found") onFound(answer);
  }
  function forget(): void {
    question.current++;
    setPosition({ state: "off" });
  }
  function ask(): void {
    const asked = ++question.current;
    if (!("geolocation" in navigator) || !window.isSecureContext) {
      setPosition({ state: "refused" });
      return;
    }
    setPosition({ state: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy: accuracyM } }) =>
        take(asked, { state: "found", lng, lat, accuracyM }),
      () => take(asked, { state: "refused" }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 0 },
    );
  }
  return { position, ask, forget };
}
