import type { ReactNode } from "react";

/** A refusal, as the server says it. */
export function Refused({ error }: { readonly error: Error | null }) {
  return error ? (
    <p className="task-refused" role="alert">
      {error.message}
    </p>
  ) : null;
}

export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p className="task-done" role="status">
      {children}
    </p>
  );
}
