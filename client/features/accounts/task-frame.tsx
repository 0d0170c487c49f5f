import { type ReactNode, useEffect, useRef } from "react";
import { useAccountsText } from "../../text/accounts-text.ts";
import { Icon } from "../../ui/icon.tsx";

type TaskFrameProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Title, a way out (Escape too), and the form. */
export function TaskFrame({ title, onClose, children }: TaskFrameProps) {
  const text = useAccountsText().accounts;
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
      {children}
    </>
  );
}

/** A refusal, as the server says it. */
export function Refused({ error }: { readonly error: Error | null }) {
  return error ? (
    <p className="accounts-refused" role="alert">
      {error.message}
    </p>
  ) : null;
}

export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p className="accounts-done" role="status">
      {children}
    </p>
  );
}
