import { useEffect } from "react";

const RETRY_MS = 20_000;

/** Tries at once, every while and whenever the browser says that there is a connection. `flush` never fails. */
export function useRetries(flush: () => Promise<void>): void {
  useEffect(() => {
    void flush();
    const again = () => void flush();
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [flush]);
}
