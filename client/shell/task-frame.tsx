import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../text/use-text.ts";
import { Icon } from "../ui/icon.tsx";

type TaskFrameProps = {
  readonly title: string;
  readonly hint?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Title, a way out (Escape too), and the form. */
export function TaskFrame({ title, hint, onClose, children }: TaskFrameProps) {
  const text = useText().drawer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onClose();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="plain" aria-label={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {hint && <p className="muted">{hint}</p>}
      {children}
    </>
  );
}
