import { useEffect, useState } from "react";

/** A window that is being resized comes to rest first. */
const REST_MS = 150;

/** Px of the window. */
export function useWindowSize(): readonly [width: number, height: number] {
  const [size, setSize] = useState([innerWidth, innerHeight] as const);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const resized = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setSize([innerWidth, innerHeight]), REST_MS);
    };
    addEventListener("resize", resized);
    return () => {
      clearTimeout(timer);
      removeEventListener("resize", resized);
    };
  }, []);
  return size;
}
